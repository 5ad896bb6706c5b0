"""`SubmitApplication`: ask for a place."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.content import require_whole
from korpu_mobility.applications.domain.days import require_open, require_time_to_repair
from korpu_mobility.applications.domain.lifecycle import WRITABLE, Status
from korpu_mobility.applications.facts import ApplicationSubmitted
from korpu_mobility.applications.policies.calls import call_of, optional_in, require_eligible
from korpu_mobility.applications.refusals.content import (
    ChoiceMissing,
    DocumentsMissing,
    FactsMissing,
    MotivationMissing,
)
from korpu_mobility.applications.refusals.days import CallNotOpen, DeadlinePassed, NotYetOpen, RepairTooLate
from korpu_mobility.applications.tables import Application
from korpu_mobility.opportunities.interface import INELIGIBLE
from korpu_mobility.permissions import DESK, THE_PERSON


class SubmitApplication(Changes):
    """It is as the applicant wants it."""


@applications.changes(
    who=(*DESK, THE_PERSON),
    when=WRITABLE,
    to=[Status.SUBMITTED],
    emits=[ApplicationSubmitted],
    refuses=[
        DeadlinePassed,
        CallNotOpen,
        NotYetOpen,
        RepairTooLate,
        ChoiceMissing,
        MotivationMissing,
        DocumentsMissing,
        FactsMissing,
        *INELIGIBLE,
    ],
)
async def submit_application(application: Application, command: SubmitApplication, uow: UnitOfWork) -> None:
    """Ask for a place: in time, whole, and by the rules that the application began under."""
    call = await call_of(application, uow)
    if application.status == Status.RETURNED:
        require_time_to_repair(application.repair_until, uow.today)
    else:
        require_open(call, uow.now)
    require_whole(application.choices, call.destinations, application.motivation, application.handed, optional_in(call))
    await require_eligible(application, uow)
    application.status, application.submitted_at = Status.SUBMITTED, application.submitted_at or uow.now
    application.ends_for(None, None)
    await uow.emit(application, ApplicationSubmitted())
