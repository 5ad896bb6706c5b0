"""Mobilities as the portal sees them: who goes where, on which seat; the person is an id here."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.owners.personal import STAYS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import number, ordered, reference, word
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, of_unit, own
from korpu_gateway.reads.relations import held_by, many, one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.mobility import MobilityFilter, MobilityOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.trip import EmergencyContact, TripInsurance
from korpu_gateway.types.values import Money
from korpu_gateway.types.words.mobility import (
    Audience,
    Funding,
    GrantPer,
    LedgerUnit,
    MobilityCause,
    MobilityDirection,
    MobilityRisk,
    MobilityStatus,
    StayFileKind,
)

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.application import Application
    from korpu_gateway.types.learning_agreement import LearningAgreement
    from korpu_gateway.types.mobility_paper import MobilityPaper
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person


@part
class LedgerPosting:
    """What a stay counts for in an academic year; corrections are postings of their own."""

    on: date = at()
    academic_year: str = at()
    unit: LedgerUnit = at()
    amount: Decimal = at()


@part
class GrantRow:
    """What one source pays for a stay, at a rate."""

    source: Funding = at()
    rate: Money = at()
    per: GrantPer = at()


@part
class GrantAmount:
    """What one source pays."""

    source: Funding = at()
    amount: Decimal = at()
    currency: str = at()


@part
class StayFile:
    """A paper of a stay: what it is, and the file."""

    kind: StayFileKind = at()
    file: Attachment = at()


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (state["code"], state["academic_year"])}


@aggregate(
    topic="mobility.mobilities.v1",
    plural="mobilities",
    listed="Stays abroad and here, by code.",
    readers={
        OFFICE | {"finance", "rectorate", "auditor"}: everything,
        COORDINATOR: of_unit(),
        SIGNED_IN: own(),
    },
    columns=(
        word("direction"),
        word("audience"),
        ordered("academic_year"),
        word("risk"),
        ordered("planned_from"),
        number("waiting"),
        number("level"),
        word("field"),
        word("funding"),
        word("actual_from"),
        reference("person_id"),
        reference("sender_id"),
        reference("receiver_id"),
        reference("agreement_id"),
        reference("condition_id"),
    ),
    prepared=_prepared,
    filter=MobilityFilter,
    order=MobilityOrder,
    came_of=("agreement_id",),
)
class Mobility(Node):
    """One stay of one person."""

    status: MobilityStatus = at()
    person: "Person | None" = one("person", "person_id")
    direction: MobilityDirection = at()
    audience: Audience = at()
    kind: str = at()
    sender: "Organisation | None" = one("organisation", "sender_id")
    sender_unit: str | None = at()
    receiver: "Organisation | None" = one("organisation", "receiver_id")
    receiver_unit: str | None = at()
    agreement: "Agreement | None" = one("agreement", "agreement_id")
    learning_agreement: "LearningAgreement | None" = held_by("learning_agreement", "mobility_id")
    application: "Application | None" = held_by("application", "mobility_id")
    papers: "Connection[MobilityPaper]" = many("mobility_paper", "mobility_id")
    condition_id: UUID = at()
    academic_year: str = at()
    term: str | None = at()
    planned_from: date = at()
    planned_to: date = at()
    actual_from: date | None = at()
    actual_to: date | None = at()
    level: int = at()
    field: str = at()
    funding: Funding = at()
    waiting: int | None = at()
    offer_until: date | None = at()
    risk: MobilityRisk | None = at()
    cause: MobilityCause | None = at()
    force_majeure: bool | None = at()
    ects: Decimal | None = at()
    decision_due: date | None = at()
    courses_wanted: list[str] | None = at()
    housing_wanted: bool | None = at()
    insured_until: date | None = at()
    postings: list[LedgerPosting] | None = at()
    reason: str | None = told(STAYS, "reason", description="Why it is off or was corrected, as the owner tells it.")
    insurance: TripInsurance | None = told(STAYS, "insurance")
    emergency_contact: EmergencyContact | None = told(STAYS, "emergency_contact")
    grant: list[GrantRow] | None = told(STAYS, "grant")
    granted: list[GrantAmount] | None = told(STAYS, "granted", description="What each source pays, as last reckoned.")
    files: list[StayFile] | None = told(
        STAYS, "files", description="The papers that the caller may read: a grant contract is for those who see money."
    )
