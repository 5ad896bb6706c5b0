"""`ReturnApplication`: send an application back for repair, until a day."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.content import returned
from korpu_mobility.applications.domain.days import require_repair_day
from korpu_mobility.applications.domain.lifecycle import HANDED_IN, Status
from korpu_mobility.applications.facts import ApplicationReturned
from korpu_mobility.applications.inputs import Documents, Reason, RepairDay
from korpu_mobility.applications.refusals.content import DocumentNotAsked
from korpu_mobility.applications.refusals.days import RepairDayPassed
from korpu_mobility.applications.tables import Application
from korpu_mobility.permissions import DESK


class ReturnApplication(Changes):
    """Not a rejection: the applicant mends what is named and submits again, also after the deadline of the call."""

    until: RepairDay
    reason: Reason
    document_ids: Documents = ()


@applications.changes(
    who=DESK,
    when=(*HANDED_IN, Status.RETURNED),
    to=[Status.RETURNED],
    emits=[ApplicationReturned],
    refuses=[RepairDayPassed, DocumentNotAsked],
)
async def return_application(application: Application, command: ReturnApplication, uow: UnitOfWork) -> None:
    """Send an application back for repair, until a day; one that is there already gets another day."""
    require_repair_day(command.until, uow.today)
    application.handed = returned(application.handed, command.document_ids, command.until)
    application.status = Status.RETURNED
    uow.why = application.ends_for(None, command.reason)
    application.repair_until = command.until
    await uow.emit(application, ApplicationReturned(until=command.until))
