"""Selections as they are kept."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import UniqueConstraint

from korpu_chassis.persistence.store import Aggregate, parts
from korpu_mobility.selections.domain.lifecycle import BEFORE_RANKING, Status
from korpu_mobility.selections.parts import Quota, Weight
from korpu_mobility.tables import Table


class Selection(Aggregate, Table, table=True):
    """How those who applied to one opportunity are compared, and who compares them."""

    __tablename__ = "selection"
    __table_args__ = (UniqueConstraint("opportunity_id", name="selection_one_per_opportunity"),)

    opportunity_id: UUID
    member_ids: tuple[UUID, ...] = parts(UUID)
    quorum: int
    tie_rule: str
    seed: str
    pass_mark: Decimal | None = None
    score_by: date
    weights: tuple[Weight, ...] = parts(Weight)
    quotas: tuple[Quota, ...] = parts(Quota)
    compared: int | None = None
    ranked_on: date | None = None
    allocated_on: date | None = None
    offered_on: date | None = None
    reopened_on: date | None = None
    reason: str | None = None

    def scores_again(self, seed: str, score_by: date, on: date, reason: str) -> None:
        """The ranking is void: what the lot was drawn by is known by now, so another is drawn."""
        self.status, self.seed, self.score_by = Status.SCORING, seed, score_by
        self.compared = self.ranked_on = self.allocated_on = self.offered_on = None
        self.reopened_on, self.reason = on, reason

    @property
    def lot_seed(self) -> str | None:
        """What the lot was drawn by, for whoever wants to draw it again; not known before the ranking."""
        return None if self.status in BEFORE_RANKING else self.seed

    @property
    def seats(self) -> tuple[Quota, ...]:
        """How many places the office has set; nobody reads it before the scoring is over."""
        return () if self.status in BEFORE_RANKING else self.quotas
