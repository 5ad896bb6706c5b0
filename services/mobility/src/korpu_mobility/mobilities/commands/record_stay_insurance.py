"""`RecordStayInsurance`: write down with whom somebody is insured during a stay."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import UNDER_WAY
from korpu_mobility.mobilities.facts import MobilitySafetyRecorded
from korpu_mobility.mobilities.policies.warnings import warn_if_not_insured
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK, THE_PERSON
from korpu_mobility.safety import Insurance


class RecordStayInsurance(Changes):
    """The company and the number stay here; messages tell until when the person is insured."""

    insurance: Insurance


@mobilities.changes(who=(*DESK, THE_PERSON), when=UNDER_WAY, emits=[MobilitySafetyRecorded])
async def record_stay_insurance(mobility: Mobility, command: RecordStayInsurance, uow: UnitOfWork) -> None:
    """Write down with whom the person is insured, and until when."""
    mobility.insurance = command.insurance
    warn_if_not_insured(mobility, uow)
    await uow.emit(mobility, MobilitySafetyRecorded())
