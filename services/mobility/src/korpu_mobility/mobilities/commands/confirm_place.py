"""`ConfirmPlace`: take an offered seat: from now on the person is nominated."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import Status, require_offer_open
from korpu_mobility.mobilities.facts import MobilityConfirmed
from korpu_mobility.mobilities.policies.overlap import require_no_overlap
from korpu_mobility.mobilities.refusals.days import StaysOverlap
from korpu_mobility.mobilities.refusals.seats import OfferLapsed
from korpu_mobility.mobilities.rules import decision_due_after
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.interface import hold_person
from korpu_mobility.permissions import DESK, THE_PERSON


class ConfirmPlace(Changes):
    """The person takes the offered seat."""


@mobilities.changes(
    who=(*DESK, THE_PERSON),
    when=[Status.OFFERED],
    to=[Status.NOMINATED],
    emits=[MobilityConfirmed],
    refuses=[OfferLapsed, StaysOverlap],
)
async def confirm_place(mobility: Mobility, command: ConfirmPlace, uow: UnitOfWork) -> None:
    """Take an offered seat: from now on the person is nominated."""
    require_offer_open(mobility.offer_until, uow.today)
    await hold_person(mobility.person_id, uow)
    await require_no_overlap(mobility, uow)
    mobility.status, mobility.offer_until = Status.NOMINATED, None
    mobility.decision_due = decision_due_after(uow.today)
    await uow.emit(mobility, MobilityConfirmed())
