"""What the clock says of stays: an offer that lapses, an arrival or a return that nobody has recorded."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import (
    MobilityDecisionOverdue,
    MobilityForgotten,
    MobilityLapsed,
    MobilityReturnOverdue,
    MobilityStartOverdue,
)
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.tables import Mobility


@mobilities.due("offer-ends", emits=[MobilityLapsed])
async def offer_ends(mobility: Mobility, deadline: Deadline, uow: UnitOfWork) -> None:
    """An offer that nobody confirmed lapses, and the seat goes to the next in line."""
    mobility.status, mobility.risk = Status.LAPSED, None
    await uow.emit(mobility, MobilityLapsed())
    await waiting_list.freed_by(mobility, uow)


@mobilities.due("decision-overdue", emits=[MobilityDecisionOverdue])
async def decision_overdue(mobility: Mobility, deadline: Deadline, uow: UnitOfWork) -> None:
    """The host's time to decide is over: somebody asks the host."""
    assert mobility.decision_due  # noqa: S101 -- without a due day nothing is late
    await uow.emit(mobility, MobilityDecisionOverdue(due=mobility.decision_due))


@mobilities.due("start-overdue", emits=[MobilityStartOverdue])
async def start_overdue(mobility: Mobility, deadline: Deadline, uow: UnitOfWork) -> None:
    """The planned first day is over without an arrival: somebody asks the host."""
    await uow.emit(mobility, MobilityStartOverdue(planned=mobility.planned_from))


@mobilities.due("return-overdue", emits=[MobilityReturnOverdue])
async def return_overdue(mobility: Mobility, deadline: Deadline, uow: UnitOfWork) -> None:
    """The planned last day is over without a return: somebody asks the person."""
    await uow.emit(mobility, MobilityReturnOverdue(planned=mobility.planned_to))


@mobilities.due("contacts-kept", emits=[MobilityForgotten])
async def contacts_kept(mobility: Mobility, deadline: Deadline, uow: UnitOfWork) -> None:
    """Nobody has to be called any more: the emergency contact and the insurance are deleted."""
    mobility.insurance = mobility.emergency_contact = None
    await uow.emit(mobility, MobilityForgotten())
