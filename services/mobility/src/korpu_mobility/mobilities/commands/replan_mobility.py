"""`ReplanMobility`: change the planned days; the actual ones are the receiver's."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.dates import require_ordered_days
from korpu_mobility.mobilities.facts import MobilityReplanned
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.policies.accounts import reckon_grant
from korpu_mobility.mobilities.policies.cancellation import MOVABLE
from korpu_mobility.mobilities.policies.overlap import require_no_overlap
from korpu_mobility.mobilities.policies.warnings import require_agreement_to_last, warn_if_outside_year
from korpu_mobility.mobilities.refusals.agreement_end import AGREEMENT_END_REFUSALS
from korpu_mobility.mobilities.refusals.days import DatesReversed, StaysOverlap
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.interface import hold_person
from korpu_mobility.permissions import DESK


class ReplanMobility(Changes):
    """The sender moves the planned days, or makes the stay longer or shorter."""

    planned_from: Day
    planned_to: Day


@mobilities.changes(
    who=DESK, when=MOVABLE, emits=[MobilityReplanned], refuses=[DatesReversed, StaysOverlap, *AGREEMENT_END_REFUSALS]
)
async def replan_mobility(mobility: Mobility, command: ReplanMobility, uow: UnitOfWork) -> None:
    """Change the planned days; the actual ones are the receiver's."""
    require_ordered_days(command.planned_from, command.planned_to, "planned_to")
    await hold_person(mobility.person_id, uow)
    later = command.planned_from > mobility.planned_from or command.planned_to > mobility.planned_to
    mobility.planned_from, mobility.planned_to = command.planned_from, command.planned_to
    await require_no_overlap(mobility, uow)
    seats = await waiting_list.take_seats(mobility.condition_id, uow)
    if seats and later:
        require_agreement_to_last(mobility, seats, uow)
    warn_if_outside_year(mobility, uow)
    fact = MobilityReplanned(planned_from=command.planned_from, planned_to=command.planned_to)
    await uow.emit(mobility, fact)
    await reckon_grant(mobility, uow)
    if seats:
        await waiting_list.put_right(seats, mobility.academic_year, uow)
