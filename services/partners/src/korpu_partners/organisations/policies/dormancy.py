"""Who is dormant: nothing has happened with it for long, whoever was asked."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.house_rules import last_day, rule_on
from korpu_partners.organisations.activity import Activity
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import LIVING
from korpu_partners.organisations.facts import OrganisationAwakened, OrganisationDealtWith
from korpu_partners.organisations.interface import standing_of
from korpu_partners.organisations.tables import Organisation

organisations.also_emits(OrganisationDealtWith, OrganisationAwakened)


async def happened(
    kind: str, id: UUID, version: int, days: Iterable[date | None], organisation_ids: Collection[UUID], uow: UnitOfWork
) -> None:
    """Something happened with these organisations, on the last of these days that is not to come.

    An older word about the same thing changes nothing.
    """
    past = [day for day in days if day and day <= uow.today]
    if not past or not organisation_ids:
        return
    heard = {"version": version, "on": max(past), "organisation_ids": sorted(organisation_ids)}
    newer = (
        insert(Activity)
        .values(kind=kind, id=id, **heard)
        .on_conflict_do_update(
            index_elements=[col(Activity.kind), col(Activity.id)], set_=heard, where=col(Activity.version) < version
        )
        .returning(col(Activity.id))
    )
    if (await uow.session.execute(newer)).first() is None:
        return
    known = await standing_of(organisation_ids, uow)
    for each in sorted({known[named].id for named in organisation_ids if named in known}):
        await _dealt_with(each, uow)


async def _dealt_with(organisation_id: UUID, uow: UnitOfWork) -> None:
    """Tell of an organisation that something happened with it, once for each day, and when it wakes up."""
    organisation = await uow.lock(Organisation, organisation_id)
    before = (organisation.active_on, organisation.dormant)
    await reckon(organisation, uow)
    if before == (organisation.active_on, organisation.dormant) or organisation.active_on is None:
        return
    awakened = before[1] and not organisation.dormant
    fact = OrganisationAwakened if awakened else OrganisationDealtWith
    await uow.emit(organisation, fact(on=organisation.active_on))


async def reckon(organisation: Organisation, uow: UnitOfWork) -> None:
    """Put down when something last happened with an organisation under any of its identities, and whether it sleeps."""
    last = select(func.max(col(Activity.on))).where(
        col(Activity.organisation_ids).op("&&")([organisation.id, *organisation.aliases])
    )
    with uow.session.no_autoflush:
        organisation.active_on = await uow.session.scalar(last)
    since = organisation.active_on or organisation.created_at.astimezone(BAKU).date()
    organisation.dormant = organisation.status in LIVING and last_day("dormant_after", since) < uow.today
    organisation.dormant_by = rule_on("dormant_after", since) if organisation.dormant else None
