"""Events as the portal sees them: conferences, seminars and information days, public once they are announced."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.owners.personal import EVENT_IMPACTS, FEEDBACK
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import ordered, references, word, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, EVERYBODY, OFFICE, among, everything, of_unit
from korpu_gateway.reads.relations import each, many, one
from korpu_gateway.types.feedback import Feedback, FeedbackQuestion
from korpu_gateway.types.impact import Impact
from korpu_gateway.types.lists.event import EventFilter, EventOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import LocalizedText, Money, in_all_languages, spoken
from korpu_gateway.types.words.event import EventKind, EventPayer, EventStatus, EventVisibility

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person
    from korpu_gateway.types.registration import Registration
    from korpu_gateway.types.resource import Resource

CONCERNED = {OFFICE | {"rectorate", "finance", "auditor"}: everything, COORDINATOR: of_unit()}


@part
class EventSession:
    """One hour of an event."""

    id: UUID = at()
    title: LocalizedText = at()
    starts: datetime = at()
    ends: datetime = at()
    speakers: "list[Person]" = each("person", "speakers")
    interpreters: "list[Person]" = each("person", "interpreters")
    room: str | None = at()
    listed_room: "Resource | None" = one("resource", "room_id")


@part
class EventBudgetLine:
    """One thing that costs money, and who pays for it."""

    purpose: str = at()
    planned: Money = at()
    actual: Money | None = at()
    payer: EventPayer = at()


@part
class DelegateCount:
    """How many foreign delegates came from a country."""

    country: str = at()
    people: int = at()


def _prepared(state: dict[str, Any]) -> Words:
    found = (*in_all_languages(state["title"]), *in_all_languages(state["summary"]), state["code"])
    return {"sort": spoken(state["title"]), "search": found}


@aggregate(
    topic="events.events.v1",
    plural="events",
    listed="Conferences, seminars and information days, by title.",
    readers={**CONCERNED, EVERYBODY: among("visibility", ("public",))},
    columns=(
        word("kind"),
        word("visibility"),
        ordered("starts"),
        ordered("starts_on"),
        yes_no("overdue"),
        references("organisation_ids", "$.organisations[*]"),
    ),
    prepared=_prepared,
    filter=EventFilter,
    order=EventOrder,
)
class Event(Node):
    """A conference, a seminar or an information day."""

    status: EventStatus = at()
    kind: EventKind = at()
    title: LocalizedText = at()
    summary: LocalizedText = at()
    starts: datetime = at()
    ends: datetime = at()
    time_zone: str = at()
    starts_on: date = at()
    ends_on: date = at()
    place: str | None = at()
    online: bool = at()
    capacity: int | None = at()
    closes: datetime = at()
    sessions: list[EventSession] = at()
    organisations: "list[Organisation]" = each("organisation", "organisations")
    responsible: "Person | None" = one("person", "responsible_id")
    budget: list[EventBudgetLine] | None = at(seen_by=CONCERNED)
    delegates: list[DelegateCount] | None = at(seen_by=CONCERNED)
    delegate_count: int = at()
    published_on: date | None = at()
    report_due: date | None = at(seen_by=CONCERNED)
    report: LocalizedText | None = at(seen_by=CONCERNED)
    overdue: bool | None = at(seen_by=CONCERNED)
    reason: str | None = at()
    visibility: EventVisibility = at()
    registrations: "Connection[Registration]" = many("registration", "event_id")
    feedback_questions: list[FeedbackQuestion] | None = at()
    feedback_until: date | None = at()
    feedback_answers: int | None = at(seen_by=CONCERNED)
    feedback: Feedback | None = told(FEEDBACK, "feedback")
    impact: Impact | None = told(EVENT_IMPACTS, "impact")
