"""Finding the organisation that is already known, before a second one is made of it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.text import fold
from korpu_partners.organisations.lifecycle import Status
from korpu_partners.organisations.parts import Name
from korpu_partners.organisations.refusals import PossibleDuplicate
from korpu_partners.organisations.tables import Organisation


async def similar(
    session: AsyncSession,
    *,
    names: Sequence[Name],
    country: str,
    domains: Collection[str],
    ror: str | None = None,
    apart_from: Collection[UUID] = (),
) -> Sequence[Organisation]:
    """Who shares the ROR, a domain, or a whole name in the same country; the oldest first."""
    keys = sorted({fold(name.text) for name in names} - {""})
    signs = [and_(_column("country") == country, _column("name_keys").overlap(keys))]
    if domains:
        signs.append(_column("domains").overlap(sorted(domains)))
    if ror:
        signs.append(_column("ror") == ror)
    found = select(Organisation).where(
        _column("status") != Status.MERGED, _column("id").not_in(list(apart_from)), or_(*signs)
    )
    return (await session.scalars(found.order_by(_column("created_at")).limit(5))).all()


def refuse_if_any(found: Sequence[Organisation]) -> None:
    """Offer the known ones by code; the caller decides."""
    if found:
        known = "; ".join(f"{each.code} {each.names[0].text} ({each.id})" for each in found)
        raise PossibleDuplicate("names", known=known)


def _column(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 -- a column of the table, whatever its type
    return Organisation.__table__.c[name]  # type: ignore[attr-defined]
