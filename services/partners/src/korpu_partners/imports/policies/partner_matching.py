"""Which known organisation a row means: by its code or any spelling of its whole name, with its country."""

from collections.abc import Iterable, Mapping

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import fold
from korpu_partners.imports.policies.affected_rows import bearing
from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.tables import Organisation
from korpu_registers.parts import Remark
from korpu_registers.reading.values import Reading
from korpu_registers.reading.words import country
from korpu_registers.refusals.unclear_cells import PartnerNotKnown, PartnerUncertain


def meant(
    reading: Reading, field: str, partners: Mapping[str, list[Organisation]], name: str | None = None
) -> Organisation | None:
    """Who is meant by a field, or by one of the names in it: by code, or by whole name.

    The country decides among several of one name.
    """
    name = name or reading.values.get(field)
    if not name:
        return None
    found = partners.get(name.strip().upper()) or partners.get(fold(name), [])
    place = country(reading.values.get("country", ""))
    if len(found) > 1 and place:
        found = [each for each in found if each.country == place] or found
    if len(found) == 1:
        return found[0]
    if not found:
        reading.wrong.append(Remark(field=field, code=PartnerNotKnown.code, details={"name": name}))
        return None
    known = ", ".join(f"{each.code} {each.names[0].text} ({each.country})" for each in found[:5])
    details = {"name": name, "known": known}
    reading.wrong.append(Remark(field=field, code=PartnerUncertain.code, details=details))
    return None


async def named(names: Iterable[str | None], uow: UnitOfWork) -> dict[str, list[Organisation]]:
    """The organisations that may be called so, by code and by every key of their names."""
    words = {each for each in names if each}
    keys, codes = {fold(each) for each in words} - {""}, {each.strip().upper() for each in words}
    alive = col(Organisation.status).not_in([Status.MERGED, Status.ARCHIVED])
    known = [*await bearing("name_keys", keys, uow, alive), *await bearing("code", codes, uow, alive)]
    found: dict[str, list[Organisation]] = {}
    for organisation in {each.id: each for each in known}.values():
        for key in (organisation.code, *organisation.name_keys):
            found.setdefault(key, []).append(organisation)
    return found
