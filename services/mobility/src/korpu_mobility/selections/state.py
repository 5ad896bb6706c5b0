"""A selection as messages carry it: who sits on the committee is an id, and no score is in it."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_mobility.selections.domain.lifecycle import Status, TieRule
from korpu_mobility.selections.parts import Quota, Weight


class SelectionState(State):
    """The public state of a selection."""

    status: Status
    opportunity_id: UUID
    member_ids: tuple[UUID, ...]
    quorum: int
    tie_rule: TieRule
    lot_seed: str | None
    pass_mark: Decimal | None
    score_by: date
    weights: tuple[Weight, ...]
    seats: tuple[Quota, ...]
    compared: int | None
    ranked_on: date | None
    allocated_on: date | None
    offered_on: date | None
    reopened_on: date | None
    reason: str | None
