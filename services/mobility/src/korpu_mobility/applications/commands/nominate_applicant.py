"""`NominateApplicant`: a confirmed place becomes a stay that did not become one by itself."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.facts import ApplicationNominated
from korpu_mobility.applications.inputs import FirstDay, LastDay
from korpu_mobility.applications.policies.nomination import nominate_applicant as nominate
from korpu_mobility.applications.refusals.offers import NoStay, StayIncomplete
from korpu_mobility.applications.tables import Application
from korpu_mobility.mobilities.interface import NOMINATION_REFUSALS
from korpu_mobility.permissions import OFFICE


class NominateApplicant(Changes):
    """From when to when the stay is planned, where the opportunity does not say it."""

    planned_from: FirstDay | None = None
    planned_to: LastDay | None = None


@applications.changes(
    who=OFFICE,
    when=[Status.CONFIRMED],
    emits=[ApplicationNominated],
    refuses=[NoStay, StayIncomplete, *NOMINATION_REFUSALS],
)
async def nominate_applicant(application: Application, command: NominateApplicant, uow: UnitOfWork) -> None:
    """Nominate who has confirmed, once what stood in the way is out of it."""
    if application.mobility_id or not (application.place and application.place.condition_id):
        raise NoStay
    stay = await nominate(application, command.planned_from, command.planned_to, uow)
    await uow.emit(application, ApplicationNominated(mobility_id=stay))
