"""`OfferAdviceSlot`: say when somebody of the office has time for advice."""

from datetime import timedelta
from typing import Annotated

from pydantic import AwareDatetime, Field
from sqlmodel import col

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Text, whole_number
from korpu_mobility.advice_slots.aggregate import advice_slots
from korpu_mobility.advice_slots.domain import SlotStatus, require_ahead
from korpu_mobility.advice_slots.facts import AdviceSlotOffered
from korpu_mobility.advice_slots.policies import clash
from korpu_mobility.advice_slots.refusals import AdvisorBusy, SlotInThePast
from korpu_mobility.advice_slots.tables import AdviceSlot
from korpu_mobility.permissions import DESK
from korpu_mobility.topics import Topic


class OfferAdviceSlot(Creates):
    """From when, for how long, where, and about what; who names nobody advises."""

    starts_at: AwareDatetime
    minutes: Annotated[int, Field(strict=True, ge=10, le=180), whole_number] = 20
    place: Annotated[Text, Field(max_length=200, description="The room, or how one meets online.")]
    topic: Topic | None = None
    advisor: Annotated[Subject | None, Field(description="Left out: whoever says so.")] = None
    unit: Annotated[Text | None, Field(max_length=100, description="The faculty that advises.")] = None


@advice_slots.creates(
    who=DESK, to=[SlotStatus.OFFERED], emits=[AdviceSlotOffered], refuses=[SlotInThePast, AdvisorBusy]
)
async def offer_advice_slot(command: OfferAdviceSlot, uow: UnitOfWork) -> AdviceSlot:
    """Say when somebody of the office has time for advice; nobody advises two at once."""
    require_ahead(command.starts_at, uow.now)
    advisor, ends = command.advisor or uow.principal.subject, command.starts_at + timedelta(minutes=command.minutes)
    if other := await clash(advisor, col(AdviceSlot.advisor) == advisor, command.starts_at, ends, uow):
        raise AdvisorBusy("starts_at", code=other)
    series = f"ADV-{uow.today.year}"
    slot = AdviceSlot(
        code=f"{series}-{await uow.number(series):04}",
        status=SlotStatus.OFFERED,
        advisor=advisor,
        starts_at=command.starts_at,
        ends_at=ends,
        **command.model_dump(include={"place", "topic", "unit"}),
    )
    await uow.emit(slot, AdviceSlotOffered())
    return slot
