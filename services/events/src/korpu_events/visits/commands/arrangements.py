"""What surrounds a visit: ways, beds, money, gifts, briefing and press."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Day, Money, Text
from korpu_events.people import FINANCE, HEAD, OFFICER
from korpu_events.visits.fields import Line
from korpu_events.visits.lifecycle import ARRANGING, TAKES_PLACE, VisitStatus, has_room
from korpu_events.visits.messages.arrangements import (
    VisitBriefed,
    VisitBudgetSet,
    VisitGiftRecorded,
    VisitLodgingArranged,
    VisitPressPlanned,
    VisitTransportArranged,
)
from korpu_events.visits.refusals.course import ListFull
from korpu_events.visits.room import visits
from korpu_events.visits.surroundings import Arrival, BudgetLine, Gift, Lodging
from korpu_events.visits.tables import Visit


class NightsReversed(Refusal):
    """The last night of a lodging is not before its first."""

    code = "lodging-nights-reversed"
    status = 422
    text = {
        "az": "Son gecə birinci gecədən əvvəl ola bilməz.",
        "en": "The last night is before the first.",
        "ru": "Последняя ночь раньше первой.",
    }


class ArrangeTransport(Changes):
    """How the delegation comes and goes, in full."""

    transport: Annotated[tuple[Arrival, ...], Field(max_length=100)]


class ArrangeLodging(Changes):
    """Where the delegation sleeps, in full."""

    lodging: Annotated[tuple[Lodging, ...], Field(max_length=50)]


class SetBudget(Changes):
    """What the visit costs and who pays, in full."""

    budget: Annotated[tuple[BudgetLine, ...], Field(max_length=100)]


class RecordGift(Changes):
    """A gift given or received."""

    received: Annotated[bool, Field(description="True when we received it, false when we gave it.")]
    what: Line
    value: Money | None = None
    on: Annotated[Day | None, Field(description="Today, if left out.")] = None


class WriteBriefing(Changes):
    """What our side should know before the visit."""

    briefing: Text


class PlanPress(Changes):
    """What the press may do."""

    plan: Text
    consent: Annotated[bool, Field(description="Whether the guests agree to photographs and publication.")]


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitTransportArranged])
async def arrange_transport(visit: Visit, command: ArrangeTransport, uow: UnitOfWork) -> None:
    """Say how the delegation, or parts of it, come and leave."""
    visit.transport = command.transport
    await uow.emit(visit, VisitTransportArranged())


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitLodgingArranged], refuses=[NightsReversed])
async def arrange_lodging(visit: Visit, command: ArrangeLodging, uow: UnitOfWork) -> None:
    """Say where the delegation sleeps, and who pays."""
    for place, each in enumerate(command.lodging):
        if each.last_night < each.first_night:
            raise NightsReversed(f"lodging.{place}.last_night")
    visit.lodging = command.lodging
    await uow.emit(visit, VisitLodgingArranged())


@visits.changes(
    who=[OFFICER, HEAD, FINANCE],
    when=[*ARRANGING, VisitStatus.COMPLETED, VisitStatus.REPORTED],
    emits=[VisitBudgetSet],
)
async def set_budget(visit: Visit, command: SetBudget, uow: UnitOfWork) -> None:
    """Say what the visit costs, planned and actual, and who pays for what."""
    visit.budget = command.budget
    await uow.emit(visit, VisitBudgetSet())


@visits.changes(who=[OFFICER, HEAD], when=TAKES_PLACE, emits=[VisitGiftRecorded], refuses=[ListFull])
async def record_gift(visit: Visit, command: RecordGift, uow: UnitOfWork) -> None:
    """Enter a gift, given or received, in the register."""
    has_room(visit.gifts)
    gift = Gift(received=command.received, what=command.what, value=command.value, on=command.on or uow.today)
    visit.gifts = (*visit.gifts, gift)
    await uow.emit(visit, VisitGiftRecorded(received=gift.received))


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitBriefed])
async def write_briefing(visit: Visit, command: WriteBriefing, uow: UnitOfWork) -> None:
    """Write down what our side should know before the visit."""
    visit.briefing = command.briefing
    await uow.emit(visit, VisitBriefed())


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitPressPlanned])
async def plan_press(visit: Visit, command: PlanPress, uow: UnitOfWork) -> None:
    """Say what the press may do, and whether the guests agree."""
    visit.press_plan, visit.press_consent = command.plan, command.consent
    await uow.emit(visit, VisitPressPlanned(consent=command.consent))
