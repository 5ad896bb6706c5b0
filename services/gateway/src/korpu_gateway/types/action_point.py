"""Action points as the portal sees them: who has promised what, and by when."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.readmodel.columns import ordered, reference, word
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, everything, of_unit, own
from korpu_gateway.reads.relations import one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.action_point import ActionPointFilter, ActionPointOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import LocalizedText, in_all_languages, spoken
from korpu_gateway.types.words.action_point import ActionPointStatus, Priority

if TYPE_CHECKING:
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.person import Person
    from korpu_gateway.types.visit import Visit


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": spoken(state["title"]), "search": (*in_all_languages(state["title"]), state["code"])}


@aggregate(
    topic="events.action-points.v1",
    plural="action_points",
    listed="Commitments, by title.",
    readers={
        OFFICE | {"rectorate", "auditor"}: everything,
        COORDINATOR: of_unit(),
        frozenset({"staff"}): own("owner_id") | own("verifier_id"),
    },
    columns=(word("priority"), ordered("due"), reference("owner_id"), reference("verifier_id"), reference("origin_id")),
    prepared=_prepared,
    filter=ActionPointFilter,
    order=ActionPointOrder,
    came_of=("origin_id",),
)
class ActionPoint(Node):
    """A commitment: somebody has promised something by a day."""

    status: ActionPointStatus = at()
    title: LocalizedText = at()
    owner: "Person | None" = one("person", "owner_id")
    due: date = at()
    priority: Priority = at()
    verifier: "Person | None" = one("person", "verifier_id")
    origin_kind: str | None = at()
    origin_id: UUID | None = at()
    visit: "Visit | None" = one("visit", "origin_id")
    agreement: "Agreement | None" = one("agreement", "origin_id")
    done_on: date | None = at()
    evidence: str | None = at()
    verified_on: date | None = at()
    files: list[Attachment] = at()
