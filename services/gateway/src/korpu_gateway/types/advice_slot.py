"""Appointments as the portal sees them: free ones by everybody who is signed in, others by those who meet."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from korpu_gateway.readmodel.columns import ordered, reference, word
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, having, of_unit, own
from korpu_gateway.reads.relations import one
from korpu_gateway.types.lists.advice_slot import AdviceSlotFilter, AdviceSlotOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.advice_slot import AdviceSlotStatus
from korpu_gateway.types.words.enquiry import EnquiryTopic

if TYPE_CHECKING:
    from korpu_gateway.types.person import Person


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (state["code"], state["place"])}


@aggregate(
    topic="mobility.advice-slots.v1",
    plural="advice_slots",
    listed="Appointments for advice, by code; everybody who is signed in sees the free ones.",
    readers={
        OFFICE | {"auditor"}: everything,
        COORDINATOR: of_unit(),
        SIGNED_IN: own() | having("free"),
    },
    columns=(
        word("topic"),
        word("advisor"),
        word("free"),
        ordered("starts_at"),
        ordered("day"),
        reference("person_id"),
    ),
    prepared=_prepared,
    filter=AdviceSlotFilter,
    order=AdviceSlotOrder,
)
class AdviceSlot(Node):
    """A time at which somebody of the office advises one person."""

    status: AdviceSlotStatus = at()
    advisor: str = at()
    topic: EnquiryTopic | None = at()
    day: date = at()
    starts_at: datetime = at()
    ends_at: datetime = at()
    place: str = at()
    person: "Person | None" = one("person", "person_id")
    free: bool | None = at()
    reason: str | None = at()
