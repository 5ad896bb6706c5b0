"""What minutes tell of those who were compared: ranks, places, conflicts, and what was put right."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.parts import Choice, Conflict, ScoreCorrection, Step
from korpu_mobility.applications.tables import Application


@dataclass(frozen=True)
class ComparedOnPaper:
    """One application as minutes tell of it; who was forgotten has no rank any more, and is not among them."""

    id: UUID
    version: int
    code: str
    status: str
    person_id: UUID
    rank: int | None
    mean: Decimal | None
    scored_ids: tuple[UUID, ...]
    choices: tuple[Choice, ...]
    steps: tuple[Step, ...]
    conflicts: tuple[Conflict, ...]
    corrections: tuple[ScoreCorrection, ...]

    def partner_of(self, destination_id: UUID) -> UUID | None:
        """Whose place it is that was wanted, where there was something to choose."""
        return next((each.organisation_id for each in self.choices if each.destination_id == destination_id), None)


async def compared_on_paper(opportunity_id: UUID, uow: UnitOfWork, *, hold: bool = False) -> Sequence[ComparedOnPaper]:
    """Everybody who has a rank in a call, the best first; with `hold` nobody changes them meanwhile."""
    mine = (col(Application.opportunity_id) == opportunity_id, col(Application.rank).is_not(None))
    found = select(Application).where(*mine).order_by(col(Application.rank), col(Application.id))
    if hold:
        found = found.with_for_update(read=True, key_share=True)
    rows = await uow.session.scalars(found.execution_options(populate_existing=True))
    shown = [each.name for each in fields(ComparedOnPaper)]
    return [ComparedOnPaper(**{name: getattr(row, name) for name in shown}) for row in rows]
