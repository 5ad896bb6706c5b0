"""An application ends before anybody gave it a place."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.domain.lifecycle import Cause, Status
from korpu_mobility.applications.facts import ApplicationWithdrawn
from korpu_mobility.applications.tables import Application


async def give_up(application: Application, cause: Cause, reason: str | None, uow: UnitOfWork) -> None:
    """Nothing is asked for any more."""
    application.status = Status.WITHDRAWN
    uow.why = application.ends_for(cause, reason)
    await uow.emit(application, ApplicationWithdrawn(cause=cause))
