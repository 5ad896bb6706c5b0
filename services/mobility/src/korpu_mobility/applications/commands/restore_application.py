"""`RestoreApplication`: take back a withdrawal that one has just made."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.days import require_own_and_fresh
from korpu_mobility.applications.domain.lifecycle import LIVING, Status
from korpu_mobility.applications.facts import ApplicationRestored
from korpu_mobility.applications.policies.allotment import standing_again
from korpu_mobility.applications.refusals.content import AlreadyApplied
from korpu_mobility.applications.refusals.days import RestoredTooLate, WithdrawnByAnother
from korpu_mobility.applications.tables import Application
from korpu_mobility.people.interface import PERSON_GONE, require_known_person
from korpu_mobility.permissions import DESK, THE_PERSON


class RestoreApplication(Changes):
    """It was withdrawn by mistake, less than fifteen minutes ago and by the caller."""


@applications.changes(
    who=(*DESK, THE_PERSON),
    when=[Status.WITHDRAWN],
    to=LIVING,
    emits=[ApplicationRestored],
    refuses=[RestoredTooLate, WithdrawnByAnother, AlreadyApplied, *PERSON_GONE],
)
async def restore_application(application: Application, command: RestoreApplication, uow: UnitOfWork) -> None:
    """Take back a withdrawal; the application stands as before, unless the person has begun another one since."""
    before = require_own_and_fresh(application.withdrawal, uow.principal.subject, uow.now)
    await require_known_person(application.person_id, uow)
    application.status, application.withdrawal = await standing_again(application, before, uow), None
    application.ends_for(None, None)
    application.repair_until = before.repair_until
    await uow.emit(application, ApplicationRestored())
