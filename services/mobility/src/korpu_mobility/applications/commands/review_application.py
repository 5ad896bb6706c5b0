"""`ReviewApplication`: an application is whole, and will be compared with the others."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.content import require_accepted
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.facts import ApplicationReviewed
from korpu_mobility.applications.policies.calls import call_of, optional_in
from korpu_mobility.applications.refusals.content import DocumentsNotAccepted
from korpu_mobility.applications.tables import Application
from korpu_mobility.permissions import OFFICE


class ReviewApplication(Changes):
    """Its documents were looked at."""


@applications.changes(
    who=OFFICE,
    when=[Status.SUBMITTED],
    to=[Status.IN_REVIEW],
    emits=[ApplicationReviewed],
    refuses=[DocumentsNotAccepted],
)
async def review_application(application: Application, command: ReviewApplication, uow: UnitOfWork) -> None:
    """Pass an application on to be compared with the others; each of its documents was accepted."""
    require_accepted(application.handed, optional_in(await call_of(application, uow)))
    application.status = Status.IN_REVIEW
    await uow.emit(application, ApplicationReviewed())
