"""Deputyships as the portal sees them: who acts in the head's place, and on which days."""

from datetime import date
from typing import Any

from korpu_gateway.readmodel.columns import ordered, word
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import OFFICE, everything
from korpu_gateway.types.lists.deputyship import DeputyshipFilter, DeputyshipOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.deputyship import DeputyshipStatus


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (state["code"],)}


@aggregate(
    topic="partners.deputyships.v1",
    plural="deputyships",
    listed="Who acts in the head's place, and on which days, by code.",
    readers={OFFICE | {"auditor"}: everything},
    columns=(word("head"), word("deputy"), ordered("first_day"), ordered("last_day")),
    prepared=_prepared,
    filter=DeputyshipFilter,
    order=DeputyshipOrder,
)
class Deputyship(Node):
    """An officer who may do what the head may, on days on which the head is away."""

    status: DeputyshipStatus = at()
    head: str = at()
    deputy: str = at()
    first_day: date = at()
    last_day: date = at()
    ended_on: date | None = at()
