"""`RejectApplication`: an application does not meet what the call asks."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.lifecycle import HANDED_IN, Cause, Status
from korpu_mobility.applications.facts import ApplicationRejected
from korpu_mobility.applications.inputs import Reason
from korpu_mobility.applications.tables import Application
from korpu_mobility.permissions import OFFICE


class RejectApplication(Changes):
    """It cannot be mended; the applicant reads why."""

    reason: Reason


@applications.changes(who=OFFICE, when=(*HANDED_IN, Status.RETURNED), to=[Status.REJECTED], emits=[ApplicationRejected])
async def reject_application(application: Application, command: RejectApplication, uow: UnitOfWork) -> None:
    """Reject an application that does not meet what the call asks; the committee does not see it."""
    application.status = Status.REJECTED
    uow.why = application.ends_for(Cause.FORMAL, command.reason)
    await uow.emit(application, ApplicationRejected(cause=Cause.FORMAL))
