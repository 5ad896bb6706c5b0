"""`DeclineOffer`: the applicant does not take the place."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.lifecycle import Cause, Status
from korpu_mobility.applications.facts import ApplicationDeclined
from korpu_mobility.applications.inputs import Reason
from korpu_mobility.applications.policies.allotment import free_place
from korpu_mobility.applications.tables import Application
from korpu_mobility.permissions import DESK, THE_PERSON


class DeclineOffer(Changes):
    """The place goes to the next who waits."""

    reason: Reason


@applications.changes(who=(*DESK, THE_PERSON), when=[Status.OFFERED], to=[Status.DECLINED], emits=[ApplicationDeclined])
async def decline_offer(application: Application, command: DeclineOffer, uow: UnitOfWork) -> None:
    """Give an offered place back; it goes to the next in rank who waits for it."""
    application.status = Status.DECLINED
    uow.why = application.ends_for(Cause.OWN_WISH, command.reason)
    application.offer_until = None
    await uow.emit(application, ApplicationDeclined())
    await free_place(application, uow)
