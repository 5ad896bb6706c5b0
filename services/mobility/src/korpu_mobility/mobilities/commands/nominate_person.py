"""`NominatePerson`: nominate a person to a seat; when all are taken, the person stands in line."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityNominated, MobilityWaitlisted
from korpu_mobility.mobilities.inputs import NominatePerson
from korpu_mobility.mobilities.interface import NOMINATION_REFUSALS
from korpu_mobility.mobilities.policies.nomination import nominate
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK


@mobilities.creates(
    who=DESK,
    to=[Status.NOMINATED, Status.WAITLISTED],
    emits=[MobilityNominated, MobilityWaitlisted],
    refuses=NOMINATION_REFUSALS,
)
async def nominate_person(command: NominatePerson, uow: UnitOfWork) -> Mobility:
    """Nominate a person to a seat; when all are taken, the person stands in line."""
    return await nominate(command, uow)
