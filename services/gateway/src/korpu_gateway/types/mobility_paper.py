"""Mobility's papers as the portal sees them: of what they were made; persons are named in their files alone."""

from datetime import date
from typing import TYPE_CHECKING, Any

from korpu_gateway.readmodel.columns import key, ordered, reference, references, word
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, having, of_unit, own
from korpu_gateway.reads.relations import each, one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.mobility_paper import MobilityPaperFilter, MobilityPaperOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.paper import PaperParty
from korpu_gateway.types.values import LocalizedText, in_all_languages
from korpu_gateway.types.words.mobility_paper import MobilityPaperTemplate
from korpu_gateway.types.words.paper import PaperStatus

if TYPE_CHECKING:
    from korpu_gateway.types.admission import Admission
    from korpu_gateway.types.learning_agreement import LearningAgreement
    from korpu_gateway.types.mobility import Mobility
    from korpu_gateway.types.person import Person
    from korpu_gateway.types.selection import Selection
    from korpu_gateway.types.trip import Trip


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (*in_all_languages(state["title"]), state["code"], state["number"])}


@aggregate(
    topic="mobility.papers.v1",
    plural="mobility_papers",
    listed="Documents that the office has made of stays, studies, trips, admissions and selections, by code.",
    readers={
        OFFICE | {"auditor"}: everything,
        COORDINATOR: of_unit(),
        frozenset({"finance"}): having("trip_id"),
        frozenset({"migration_liaison"}): having("admission_id"),
        SIGNED_IN: own(),
    },
    columns=(
        word("template"),
        ordered("made_on"),
        ordered("academic_year"),
        reference("mobility_id"),
        reference("learning_agreement_id"),
        reference("trip_id"),
        reference("admission_id"),
        reference("selection_id"),
        reference("person_id"),
        key("code_digest"),
        references("organisation_ids", "$.parties[*].organisation_id ? (@ != null)"),
    ),
    prepared=_prepared,
    filter=MobilityPaperFilter,
    order=MobilityPaperOrder,
    came_of=("mobility_id", "learning_agreement_id", "trip_id", "admission_id", "selection_id"),
)
class MobilityPaper(Node):
    """A document that the office has made of a stay, a learning agreement, a trip, an admission or a selection."""

    status: PaperStatus = at()
    template: MobilityPaperTemplate = at()
    template_version: int = at()
    languages: list[str] = at()
    draft: bool = at()
    title: LocalizedText = at()
    number: str = at()
    mobility: "Mobility | None" = one("mobility", "mobility_id")
    learning_agreement: "LearningAgreement | None" = one("learning_agreement", "learning_agreement_id")
    trip: "Trip | None" = one("trip", "trip_id")
    admission: "Admission | None" = one("admission", "admission_id")
    selection: "Selection | None" = one("selection", "selection_id")
    person: "Person | None" = one("person", "person_id")
    academic_year: str | None = at()
    term: str | None = at()
    content_hash: str | None = at()
    people: "list[Person]" = each("person", "person_ids")
    parties: list[PaperParty] = at()
    made_on: date = at()
    file: Attachment = at()
    forgotten_on: date | None = at()
    code_digest: str = at()
    revoked_on: date | None = at()
    reason: str | None = at()
