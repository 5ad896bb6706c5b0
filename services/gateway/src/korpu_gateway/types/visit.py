"""Visits as the portal sees them: delegations received and sent, from the first letter to the closed file."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.owners.personal import VISIT_IMPACTS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import ordered, reference, references, word, yes_no
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, everything, of_unit
from korpu_gateway.reads.relations import each, many, one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.impact import Impact
from korpu_gateway.types.lists.visit import VisitFilter, VisitOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.programme import (
    Arrival,
    BudgetLine,
    DepartmentRequest,
    Gift,
    Host,
    Interpreter,
    Lodging,
    Member,
    Outcome,
    ProgrammeItem,
    Sequel,
    Signing,
)
from korpu_gateway.types.values import LocalizedText, in_all_languages, spoken
from korpu_gateway.types.words.programme import Rank
from korpu_gateway.types.words.visit import VisitDirection, VisitStatus

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.action_point import ActionPoint
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.event_paper import EventPaper
    from korpu_gateway.types.letter import Letter
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person
    from korpu_gateway.types.trip import Trip


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": spoken(state["title"]), "search": (*in_all_languages(state["title"]), state["code"])}


@aggregate(
    topic="events.visits.v1",
    plural="visits",
    listed="Delegations, by title.",
    readers={OFFICE | {"rectorate", "finance", "auditor"}: everything, COORDINATOR: of_unit()},
    columns=(
        word("direction"),
        ordered("starts"),
        yes_no("overdue"),
        yes_no("led_to_something"),
        reference("letter_id"),
        references("organisation_ids", "$.organisations[*]"),
        references("agreement_ids", "$.programme[*].agreement_id ? (@ != null)"),
    ),
    prepared=_prepared,
    filter=VisitFilter,
    order=VisitOrder,
    came_of=("letter_id",),
    led_to=("agreement_ids",),
)
class Visit(Node):
    """A delegation that is received or sent."""

    status: VisitStatus = at()
    direction: VisitDirection = at()
    title: LocalizedText = at()
    purpose: str = at()
    letter: str | None = at()
    letter_id: UUID | None = at()
    registered_letter: "Letter | None" = one("letter", "letter_id")
    organisations: "list[Organisation]" = each("organisation", "organisations")
    head_level: Rank = at()
    starts: date = at()
    ends: date = at()
    reason: str | None = at()
    responsible: "Person | None" = one("person", "responsible_id")
    member_count: int = at()
    members: list[Member] = at()
    hosts: list[Host] = at()
    escort: "list[Person]" = each("person", "escort")
    interpreters: list[Interpreter] = at()
    programme: list[ProgrammeItem] = at()
    transport: list[Arrival] = at()
    lodging: list[Lodging] = at()
    budget: list[BudgetLine] = at()
    gifts: list[Gift] = at()
    requests: list[DepartmentRequest] = at()
    ready: bool = at()
    press_consent: bool | None = at()
    completed_on: date | None = at()
    report_due: date | None = at()
    signed: list[Signing] = at()
    outcomes: list[Outcome] = at()
    sequel_asked_on: date | None = at()
    sequel: Sequel | None = at()
    led_to_something: bool | None = at()
    report: LocalizedText | None = at()
    overdue: bool = at()
    follow_up: str | None = at()
    action_points: "list[ActionPoint]" = each("action_point", "action_points")
    agreements: "Connection[Agreement]" = many("agreement", "visit_id")
    files: list[Attachment] = at()
    trips: "Connection[Trip]" = many("trip", "visit_id")
    papers: "Connection[EventPaper]" = many("event_paper", "visit_id")
    impact: Impact | None = told(VISIT_IMPACTS, "impact")
