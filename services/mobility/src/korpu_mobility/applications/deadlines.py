"""What the clock does with applications: an offer that nobody confirmed lapses, and the place goes on."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.facts import ApplicationLapsed
from korpu_mobility.applications.policies.allotment import free_place
from korpu_mobility.applications.tables import Application


@applications.due("offer-ends", emits=[ApplicationLapsed])
async def offer_ends(application: Application, _: Deadline, uow: UnitOfWork) -> None:
    """The last day of an offer is over: the place goes to the next in rank who waits for it."""
    application.status, application.offer_until = Status.LAPSED, None
    await uow.emit(application, ApplicationLapsed())
    await free_place(application, uow)
