"""Which known organisation a row means: by its code or any spelling of its whole name, with its country."""

from collections.abc import Mapping, Sequence

from sqlmodel import col

from korpu_chassis.text import fold
from korpu_chassis.work import Work
from korpu_partners.organisations.lifecycle import Status
from korpu_partners.organisations.tables import Organisation
from korpu_partners.registers.given import Given
from korpu_partners.registers.lookup import bearing
from korpu_partners.registers.parts import Remark
from korpu_partners.registers.reading import Reading
from korpu_partners.registers.unclear import PartnerNotKnown, PartnerUncertain
from korpu_partners.registers.words import country


def meant(reading: Reading, field: str, partners: Mapping[str, list[Organisation]]) -> Organisation | None:
    """Who is meant: by code, or by whole name; the country decides among several of one name."""
    name = reading.values.get(field)
    if not name:
        return None
    found = partners.get(name.strip().upper()) or partners.get(fold(name), [])
    place = country(reading.values.get("country", ""))
    if len(found) > 1 and place:
        found = [each for each in found if each.country == place] or found
    if len(found) == 1:
        return found[0]
    if not found:
        reading.wrong.append(Remark(field=field, code=PartnerNotKnown.code))
        return None
    known = ", ".join(f"{each.code} {each.names[0].text} ({each.country})" for each in found[:5])
    reading.wrong.append(Remark(field=field, code=PartnerUncertain.code, details={"known": known}))
    return None


async def named(rows: Sequence[Given], field: str, work: Work) -> dict[str, list[Organisation]]:
    """The organisations that these rows may mean, by code and by every key of their names."""
    names = {text for each in rows if (text := each.values.get(field))}
    keys, codes = {fold(each) for each in names} - {""}, {each.strip().upper() for each in names}
    alive = col(Organisation.status).not_in([Status.MERGED, Status.ARCHIVED])
    known = [*await bearing("name_keys", keys, work, alive), *await bearing("code", codes, work, alive)]
    found: dict[str, list[Organisation]] = {}
    for organisation in {each.id: each for each in known}.values():
        for key in (organisation.code, *organisation.name_keys):
            found.setdefault(key, []).append(organisation)
    return found
