"""`WithdrawApplication`: the applicant wants no place any more."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.lifecycle import LIVING, Cause, Status
from korpu_mobility.applications.facts import ApplicationWithdrawn
from korpu_mobility.applications.inputs import Reason
from korpu_mobility.applications.parts import Withdrawal
from korpu_mobility.applications.policies.ending import give_up
from korpu_mobility.applications.tables import Application
from korpu_mobility.permissions import DESK, THE_PERSON


class WithdrawApplication(Changes):
    """It can be taken back for fifteen minutes."""

    reason: Reason


@applications.changes(who=(*DESK, THE_PERSON), when=LIVING, to=[Status.WITHDRAWN], emits=[ApplicationWithdrawn])
async def withdraw_application(application: Application, command: WithdrawApplication, uow: UnitOfWork) -> None:
    """Withdraw an application; nothing is asked for any more."""
    application.withdrawal = Withdrawal(
        by=uow.principal.subject, at=uow.now, status=Status(application.status), repair_until=application.repair_until
    )
    await give_up(application, Cause.OWN_WISH, command.reason, uow)
