"""What aggregates know of each other: ids, and of organisations what was merged into what and whether they are open."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Uuid, column, select, table
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound

organisation = table(
    "organisation", column("id", Uuid), column("status"), column("aliases", JSONB), column("merged_into", Uuid)
)


class Known(NamedTuple):
    """An organisation that goes on, under every identity that it has or had."""

    id: UUID
    status: str
    identities: frozenset[UUID]


async def known_organisation(named: UUID, uow: UnitOfWork, path: str) -> UUID:
    """The organisation that this id names, or its successor if it was merged; nothing else is there."""
    known = await standing_of([named], uow)
    if named not in known:
        raise NotFound(path)
    return known[named].id


async def known_organisations(named: Sequence[UUID], uow: UnitOfWork, path: str) -> tuple[UUID, ...]:
    """The organisations that these ids name, or their successors, in order and each once."""
    known = await standing_of(named, uow)
    for place, each in enumerate(named):
        if each not in known:
            raise NotFound(f"{path}.{place}")
    return tuple(dict.fromkeys(known[each].id for each in named))


async def standing_of(named: Iterable[UUID], uow: UnitOfWork, *, alone: bool = False) -> dict[UUID, Known]:
    """How those of these ids stand that are known, or their successors; the others are absent.

    They stay as they are until the transaction ends; `alone` lets others who want the same wait until then.
    """
    found: dict[UUID, Known] = {}
    successors: dict[UUID, UUID] = {}
    asked = set(named)
    while asked:
        wanted = select(organisation).where(organisation.c.id.in_(asked)).order_by(organisation.c.id)
        rows = (await uow.session.execute(wanted.with_for_update(read=not alone, key_share=True))).all()
        successors |= {row.id: row.merged_into for row in rows if row.merged_into}
        going_on = [row for row in rows if not row.merged_into]
        found |= {row.id: Known(row.id, row.status, _identities(row.id, row.aliases)) for row in going_on}
        asked = {each for each in successors.values() if each not in found and each not in successors}
    for each in successors:
        last = each
        while last in successors:
            last = successors[last]
        found[each] = found[last]
    return found


def _identities(own: UUID, aliases: Iterable[str]) -> frozenset[UUID]:
    return frozenset({own, *map(UUID, aliases)})


async def rests_on(uow: UnitOfWork, **named: UUID | None) -> None:
    """What is named as `agreement_id=` (or another kind) is kept by this service; its path is told if it is not."""
    for path, each in named.items():
        kind = "joint_project" if path == "project_id" else path.removesuffix("_id")
        if each and not await is_kept(kind, each, uow):
            raise NotFound(path)


async def is_kept(kind: str, named: UUID, uow: UnitOfWork) -> bool:
    """Whether a thing of this kind is kept by this service under this id."""
    kept = table(kind, column("id", Uuid))
    return (await uow.session.execute(select(kept.c.id).where(kept.c.id == named))).first() is not None
