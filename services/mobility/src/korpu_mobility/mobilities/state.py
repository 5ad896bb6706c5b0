"""A stay as messages carry it; who the person is stays here."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.validation.codes import AcademicYear, Ects, Eqf, IscedF, Term
from korpu_mobility.mobilities.domain.lifecycle import Audience, Cause, Direction, Funding, Risk, Status
from korpu_mobility.mobilities.parts import Posting


class MobilityState(State):
    """The public state of a stay; it names the person by id only."""

    status: Status
    person_id: UUID
    direction: Direction
    audience: Audience
    kind: str
    sender_id: UUID | None
    sender_unit: str | None
    receiver_id: UUID | None
    receiver_unit: str | None
    agreement_id: UUID
    condition_id: UUID
    academic_year: AcademicYear
    term: Term | None
    planned_from: date
    planned_to: date
    actual_from: date | None
    actual_to: date | None
    level: Eqf
    field: IscedF
    funding: Funding
    waiting: int | None
    offer_until: date | None
    risk: Risk | None
    cause: Cause | None
    force_majeure: bool | None
    ects: Ects | None
    decision_due: date | None
    courses_wanted: tuple[str, ...]
    housing_wanted: bool | None
    insured_until: date | None
    postings: tuple[Posting, ...]
