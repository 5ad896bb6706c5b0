"""Finding the organisation that is already known, before a second one is made of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import fold
from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.parts import Name
from korpu_partners.organisations.policies.tree import ancestors
from korpu_partners.organisations.refusals.general import PossibleDuplicate
from korpu_partners.organisations.tables import Organisation


@dataclass(frozen=True, kw_only=True)
class Signs:
    """By what an organisation may be recognised as one that is known."""

    names: Sequence[Name] = ()
    country: str
    domains: Collection[str] = ()
    ror: str | None = None
    parent_id: UUID | None = None


async def similar(signs: Signs, uow: UnitOfWork, apart_from: Collection[UUID] = ()) -> Sequence[Organisation]:
    """Who shares the ROR, a domain, or a whole name in the same country; the oldest first.

    Names are those of aliases too. Two universities may each have a faculty of law, and share a domain with it: a unit
    is compared by name with units of the same parent, and not by the domains of those above and beside it.
    """
    keys = sorted({fold(name.text) for name in signs.names} - {""})
    own = _column("parent_id")
    named = and_(_column("country") == signs.country, _column("name_keys").overlap(keys))
    alike = [named if signs.parent_id is None else and_(named, or_(own == signs.parent_id, own.is_(None)))]
    if signs.domains:
        above = await ancestors(signs.parent_id, uow) if signs.parent_id else []
        elsewhere = and_(_column("id").not_in(above), or_(own.is_(None), own.not_in(above)))
        alike.append(and_(_column("domains").overlap(sorted(signs.domains)), elsewhere))
    if signs.ror:
        alike.append(_column("ror") == signs.ror)
    found = select(Organisation).where(
        _column("status") != Status.MERGED, _column("id").not_in(list(apart_from)), or_(*alike)
    )
    return (await uow.session.scalars(found.order_by(col(Organisation.created_at)).limit(5))).all()


def require_none_alike(found: Sequence[Organisation]) -> None:
    """Offer the known ones by code; the caller decides."""
    if found:
        known = "; ".join(f"{each.code} {each.names[0].text} ({each.id})" for each in found)
        raise PossibleDuplicate("names", known=known)


def _column(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 -- a column of the table, whatever its type
    return Organisation.__table__.c[name]  # type: ignore[attr-defined]
