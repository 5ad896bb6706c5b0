"""`ArrangeMobility`: write down where exactly a stay takes place, and what the person wishes for."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_mobility.consumers.tables import Seats
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import UNDER_WAY, Status
from korpu_mobility.mobilities.facts import MobilityArranged
from korpu_mobility.mobilities.parts import Courses
from korpu_mobility.mobilities.refusals.seats import UnitAgreed
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK, THE_PERSON

Unit = Annotated[Text | None, Field(max_length=100, description="Where the agreement names none.")]
UNITS = ("sender_unit", "receiver_unit")


class ArrangeMobility(Corrects):
    """What is named replaces what was written down before."""

    sender_unit: Unit = None
    receiver_unit: Unit = None
    courses_wanted: Annotated[Courses | None, Field(description="What the person would study or teach.")] = None
    housing_wanted: Annotated[bool | None, Field(description="Whether the host is asked for a place to live.")] = None


@mobilities.changes(
    who=(*DESK, THE_PERSON),
    when=(Status.WAITLISTED, Status.OFFERED, *UNDER_WAY),
    emits=[MobilityArranged],
    refuses=[UnitAgreed],
)
async def arrange_mobility(mobility: Mobility, command: ArrangeMobility, uow: UnitOfWork) -> None:
    """Write down the units, the courses and the lodging that are wanted."""
    condition = await uow.session.get(Seats, mobility.condition_id)
    for name in UNITS:
        agreed = getattr(condition, name, None)
        if getattr(command, name) and agreed and getattr(command, name) != agreed:
            raise UnitAgreed(name, unit=agreed)
    given = command.model_dump(include={*UNITS, "courses_wanted", "housing_wanted"}, exclude_none=True)
    for name, value in given.items():
        setattr(mobility, name, list(value) if isinstance(value, tuple) else value)
    await uow.emit(mobility, MobilityArranged())
