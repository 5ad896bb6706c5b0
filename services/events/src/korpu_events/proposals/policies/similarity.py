"""Finding what somebody else has proposed already, before it is said a second time."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.proposals.domain.lifecycle import OFFERED
from korpu_events.proposals.domain.likeness import ALIKE, likeness, stems
from korpu_events.proposals.tables import Proposal

MOST, LOOKED_AT = 5, 500


@dataclass(frozen=True)
class Alike:
    """A proposal that is like what somebody says, and how much."""

    id: UUID
    code: str
    likeness: float


def words_of(*texts: LocalizedText) -> list[str]:
    """The words by which a proposal is found, of all its languages."""
    return sorted(stems(*(each.text for text in texts for each in text.texts.values())))


async def similar(words: Collection[str], uow: UnitOfWork) -> list[Alike]:
    """The proposals that share most of these words, the most alike first; of the newest that share any."""
    found = select(col(Proposal.id), col(Proposal.code), col(Proposal.words)).where(
        col(Proposal.words).bool_op("&&")(list(words)),
        col(Proposal.status).in_(OFFERED),
    )
    rows = (await uow.session.execute(found.order_by(col(Proposal.id).desc()).limit(LOOKED_AT))).all()
    alike = [Alike(row.id, row.code, round(likeness(words, row.words), 2)) for row in rows]
    return sorted((each for each in alike if each.likeness >= ALIKE), key=lambda it: -it.likeness)[:MOST]
