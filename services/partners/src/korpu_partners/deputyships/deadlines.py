"""What the clock says of deputyships; who may do what follows from the days themselves, also when it is late."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_partners.deputyships.aggregate import deputyships, status_of
from korpu_partners.deputyships.domain import DeputyshipStatus
from korpu_partners.deputyships.facts import DeputyshipBegan, DeputyshipOver
from korpu_partners.deputyships.tables import Deputyship


@deputyships.due("begins", emits=[DeputyshipBegan], untrue_later=True)
async def begins(deputyship: Deputyship, _: Deadline, uow: UnitOfWork) -> None:
    """Its first day has come; of one whose last day is over too, only that is said."""
    if status_of(deputyship, uow.today) == DeputyshipStatus.IN_FORCE:
        await uow.emit(deputyship, DeputyshipBegan())


@deputyships.due("is-over", emits=[DeputyshipOver])
async def is_over(deputyship: Deputyship, _: Deadline, uow: UnitOfWork) -> None:
    """Its last day is over."""
    await uow.emit(deputyship, DeputyshipOver())
