"""`ConfirmOffer`: the applicant takes the place."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.days import require_offer_open
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.facts import ApplicationConfirmed
from korpu_mobility.applications.inputs import FirstDay, LastDay
from korpu_mobility.applications.policies.nomination import nominate_or_say_why
from korpu_mobility.applications.refusals.offers import OfferLapsed, PlaceTaken
from korpu_mobility.applications.tables import Application
from korpu_mobility.permissions import DESK, THE_PERSON


class ConfirmOffer(Changes):
    """The applicant wants the place; from when to when, where the opportunity does not say it."""

    planned_from: FirstDay | None = None
    planned_to: LastDay | None = None


@applications.changes(
    who=(*DESK, THE_PERSON),
    when=[Status.OFFERED],
    to=[Status.CONFIRMED],
    emits=[ApplicationConfirmed],
    refuses=[OfferLapsed, PlaceTaken],
)
async def confirm_offer(application: Application, command: ConfirmOffer, uow: UnitOfWork) -> None:
    """Take the place; on seats of an agreement the applicant is nominated at once, or the office hears why not."""
    require_offer_open(application.offer_until, uow.today)
    mobility = None
    if application.place and application.place.condition_id:
        mobility = await nominate_or_say_why(application, command.planned_from, command.planned_to, uow)
    application.status, application.offer_until = Status.CONFIRMED, None
    application.confirmed_on = uow.today
    await uow.emit(application, ApplicationConfirmed(nominated=mobility is not None))
