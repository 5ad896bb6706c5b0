"""Who is put forward for which seat, and what must be so for that."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import KnownAgreement, KnownOrganisation, Seats
from korpu_mobility.mobilities.domain.dates import require_ordered_days
from korpu_mobility.mobilities.domain.eligibility import Nominee, require_eligible
from korpu_mobility.mobilities.domain.lifecycle import Audience, Direction
from korpu_mobility.mobilities.domain.seats import OPEN
from korpu_mobility.mobilities.inputs import NominatePerson
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.policies.overlap import require_no_overlap
from korpu_mobility.mobilities.policies.seating import take_seat_or_wait
from korpu_mobility.mobilities.policies.warnings import (
    require_agreement_to_last,
    warn_if_outside_year,
    warn_if_too_long,
)
from korpu_mobility.mobilities.refusals.seats import (
    AgreementNotInForce,
    ConditionUnknown,
    ConsentMissing,
    PartnerNotActive,
)
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.interface import Candidate, take_candidate

CLOSED_TO_US = ("suspended", "archived")


async def nominate(command: NominatePerson, uow: UnitOfWork) -> Mobility:
    """The stay, with a seat or a place in the line; or the refusal of the first rule that says no."""
    require_ordered_days(command.planned_from, command.planned_to, "planned_to")
    candidate = await take_candidate(command.person_id, command.unit, uow)
    condition = await _open_seats(command.condition_id, uow)
    mobility = _stay_of(candidate, condition, command)
    require_eligible(nominee_of(mobility), condition.wanted)
    await require_no_overlap(mobility, uow)
    require_agreement_to_last(mobility, condition, uow)
    warn_if_outside_year(mobility, uow)
    await warn_if_too_long(mobility, condition, uow)
    if not candidate.may_be_shared:
        uow.warn(ConsentMissing("person_id"))
    await _continue_story(condition, uow)
    await take_seat_or_wait(mobility, condition, wait=command.wait, uow=uow)
    return mobility


async def _open_seats(condition_id: UUID, uow: UnitOfWork) -> Seats:
    """Seats are filled while their agreement is in force and the partner is not suspended or archived."""
    condition = await waiting_list.take_seats(condition_id, uow)
    if condition is None:
        raise ConditionUnknown("condition_id")
    if condition.agreement_status not in OPEN:
        raise AgreementNotInForce("condition_id", agreement_status=condition.agreement_status)
    partner = await _going_on(condition.partner_id, uow)
    if partner is not None and partner.status in CLOSED_TO_US:
        raise PartnerNotActive("condition_id", partner_status=partner.status)
    return condition


async def _going_on(partner_id: UUID | None, uow: UnitOfWork) -> KnownOrganisation | None:
    """The partner, or the one that it was merged into: that one's standing counts for both."""
    seen: set[UUID] = set()
    partner = None
    while partner_id and partner_id not in seen:
        seen.add(partner_id)
        partner = await uow.session.get(KnownOrganisation, partner_id)
        partner_id = partner.merged_into if partner else None
    return partner


def _stay_of(candidate: Candidate, condition: Seats, command: NominatePerson) -> Mobility:
    """The stay as it would be: who sends, who receives and in which direction follows from the condition."""
    sides = {"agreement_id", "sender_id", "sender_unit", "receiver_id", "receiver_unit", "kind"}
    return Mobility(
        **command.model_dump(exclude={"idempotency_key", "unit", "wait"}),
        **condition.model_dump(include=sides),
        unit=candidate.unit or condition.wanted.unit,
        direction=Direction.OUTGOING if condition.outgoing else Direction.INCOMING,
        audience=Audience.STAFF if candidate.is_staff else Audience.STUDENT,
    )


def nominee_of(mobility: Mobility) -> Nominee:
    """What counts about the person for the condition's rules."""
    return Nominee(
        audience=mobility.audience,
        academic_year=mobility.academic_year,
        level=mobility.level,
        field=mobility.field,
        language_level=mobility.language_level,
        unit=mobility.unit,
    )


async def _continue_story(condition: Seats, uow: UnitOfWork) -> None:
    """A seat continues the story of its agreement, unless the caller tells another."""
    agreement = await uow.session.get(KnownAgreement, condition.agreement_id)
    if agreement is not None:
        uow.correlation_id = uow.correlation_id or agreement.correlation_id
