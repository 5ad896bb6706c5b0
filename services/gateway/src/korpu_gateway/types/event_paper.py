"""Papers of events as the portal sees them: of a visit or a registration; persons are named in their files alone."""

from datetime import date
from typing import TYPE_CHECKING, Any

from korpu_gateway.readmodel.columns import key, ordered, reference, references, word
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, of_unit, own
from korpu_gateway.reads.relations import each, one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.event_paper import EventPaperFilter, EventPaperOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.paper import PaperParty
from korpu_gateway.types.values import LocalizedText, in_all_languages
from korpu_gateway.types.words.event_paper import EventPaperTemplate
from korpu_gateway.types.words.paper import PaperStatus

if TYPE_CHECKING:
    from korpu_gateway.types.event import Event
    from korpu_gateway.types.person import Person
    from korpu_gateway.types.registration import Registration
    from korpu_gateway.types.report import Report
    from korpu_gateway.types.visit import Visit


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (*in_all_languages(state["title"]), state["code"], state["number"])}


@aggregate(
    topic="events.papers.v1",
    plural="event_papers",
    listed="Documents that the office has made of visits and events, by code.",
    readers={OFFICE | {"rectorate", "auditor"}: everything, COORDINATOR: of_unit(), SIGNED_IN: own()},
    columns=(
        word("template"),
        ordered("made_on"),
        reference("visit_id"),
        reference("event_id"),
        reference("registration_id"),
        reference("person_id"),
        reference("report_id"),
        key("code_digest"),
        references("organisation_ids", "$.parties[*].organisation_id ? (@ != null)"),
    ),
    prepared=_prepared,
    filter=EventPaperFilter,
    order=EventPaperOrder,
    came_of=("visit_id", "registration_id", "report_id"),
)
class EventPaper(Node):
    """A document that the office has made of a visit, or for whoever was at an event."""

    status: PaperStatus = at()
    template: EventPaperTemplate = at()
    template_version: int = at()
    languages: list[str] = at()
    draft: bool = at()
    title: LocalizedText = at()
    number: str = at()
    visit: "Visit | None" = one("visit", "visit_id")
    event: "Event | None" = one("event", "event_id")
    registration: "Registration | None" = one("registration", "registration_id")
    person: "Person | None" = one("person", "person_id")
    report: "Report | None" = one("report", "report_id")
    people: "list[Person]" = each("person", "person_ids")
    parties: list[PaperParty] = at()
    made_on: date = at()
    file: Attachment = at()
    forgotten_on: date | None = at()
    code_digest: str = at()
    revoked_on: date | None = at()
    reason: str | None = at()
