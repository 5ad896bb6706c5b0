"""`NameStayContact`: say whom to call when something happens to somebody during a stay."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import UNDER_WAY
from korpu_mobility.mobilities.facts import MobilitySafetyRecorded
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import OFFICE, THE_PERSON
from korpu_mobility.safety import EmergencyContact


class NameStayContact(Changes):
    """Read by the office and the person alone, and deleted a month after the stay."""

    contact: EmergencyContact


@mobilities.changes(who=(*OFFICE, THE_PERSON), when=UNDER_WAY, emits=[MobilitySafetyRecorded])
async def name_stay_contact(mobility: Mobility, command: NameStayContact, uow: UnitOfWork) -> None:
    """Say whom to call when something happens to the person."""
    mobility.emergency_contact = command.contact
    await uow.emit(mobility, MobilitySafetyRecorded())
