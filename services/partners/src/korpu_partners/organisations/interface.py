"""What partners' other aggregates may ask of organisations: ids come in, values go out.

Whoever names an organisation that was merged means its successor.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import fold
from korpu_chassis.refusals import NotFound
from korpu_documents.papers.organisation_names import called
from korpu_partners.organisations.parts import Name
from korpu_partners.organisations.tables import Organisation

STANDING: tuple[ColumnElement[Any], ...] = (
    col(Organisation.id).label("id"),
    col(Organisation.status).label("status"),
    col(Organisation.aliases).label("aliases"),
    col(Organisation.merged_into).label("merged_into"),
)


ADDRESSED = ("id", "names", "address", "city", "country", "voen", "erasmus_code", "pic")


class Place(NamedTuple):
    """A city, as somebody has written it, and its country."""

    country: str
    city: str


class Known(NamedTuple):
    """An organisation that goes on, under every identity that it has or had."""

    id: UUID
    status: str
    identities: frozenset[UUID]


@dataclass(frozen=True)
class Addressee:
    """An organisation as it is called, gets its post, and is registered."""

    names: tuple[Name, ...]
    address: str | None
    city: str | None
    country: str
    voen: str | None
    erasmus_code: str | None
    pic: str | None

    def called(self, language: str) -> str:
        """The name in this language, else the English one, else the one in its own script."""
        return called(self.names, language)


async def organisation_exists(id: UUID, uow: UnitOfWork) -> bool:
    """Whether there is or was an organisation with this id."""
    return await uow.exists(Organisation, id)


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
        wanted = select(*STANDING).where(col(Organisation.id).in_(asked)).order_by(col(Organisation.id))
        rows = (await uow.session.execute(wanted.with_for_update(read=not alone, key_share=True))).all()
        successors |= {row.id: row.merged_into for row in rows if row.merged_into}
        going_on = [row for row in rows if not row.merged_into]
        found |= {row.id: Known(row.id, row.status, frozenset({row.id, *row.aliases})) for row in going_on}
        asked = {each for each in successors.values() if each not in found and each not in successors}
    for each in successors:
        last = each
        while last in successors:
            last = successors[last]
        found[each] = found[last]
    return found


async def addressees_of(ids: Iterable[UUID], uow: UnitOfWork) -> dict[UUID, Addressee]:
    """These organisations as they are called and get their post; a merged one as its successor."""
    standing = await standing_of(ids, uow)
    wanted = select(*(getattr(Organisation, name) for name in ADDRESSED)).where(
        col(Organisation.id).in_({known.id for known in standing.values()})
    )
    rows = {row[0]: Addressee(*row[1:]) for row in await uow.session.execute(wanted)}
    return {id: rows[known.id] for id, known in standing.items()}


async def organisations_near(named: Iterable[UUID], places: Iterable[Place], uow: UnitOfWork) -> frozenset[UUID]:
    """Every identity of these organisations, and of those in the same cities, however these are spelled."""
    known = await uow.find(Organisation, col(Organisation.id).in_(set(named)))
    kept = {each.merged_into or each.id for each in known}
    theirs = (Place(each.country, each.city) for each in known if each.city)
    cities = {(each.country, fold(each.city)) for each in (*theirs, *places)}
    if cities:
        there = await uow.find(Organisation, col(Organisation.country).in_({country for country, _ in cities}))
        kept |= {
            each.merged_into or each.id for each in there if each.city and (each.country, fold(each.city)) in cities
        }
    whole = await uow.find(Organisation, col(Organisation.id).in_(kept))
    return frozenset(id for each in whole for id in (each.id, *each.aliases))
