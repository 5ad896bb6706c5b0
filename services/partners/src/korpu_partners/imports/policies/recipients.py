"""What an old book was for: the agreement that it serves, and the organisations that were sent copies."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import cast, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.tables import Agreement
from korpu_partners.imports.policies.partner_matching import meant, named
from korpu_partners.organisations.tables import Organisation
from korpu_partners.publications.refusals.readiness import NotEnoughCopies
from korpu_registers.parts import Remark
from korpu_registers.reading.values import Reading
from korpu_registers.refusals.unclear_cells import AgreementNotKnown

UNITS = r"(?:nüsxə|nüs|ədəd|экз|шт|copies|pcs|ex)\.?"
COUNTED = re.compile(rf"(?i)(.+?)\s*(?:[-–—:(]\s*(\d{{1,7}})\s*(?:{UNITS})?\s*\)?|\s(\d{{1,7}})\s*{UNITS})")


class Served(NamedTuple):
    """Whom and what the books of some rows may have served."""

    partners: Mapping[str, list[Organisation]]
    agreements: Mapping[str, list[UUID]]


async def served(readings: Iterable[Reading], uow: UnitOfWork) -> Served:
    """The organisations and agreements that these rows name."""
    values = [each.values for each in readings]
    names = [name for each in values for name, _ in recipients(each.get("partner", ""))]
    wanted = {text for each in values if (text := each.get("agreement"))}
    return Served(await named(names, uow), await _agreements(wanted, uow) if wanted else {})


async def known_agreements(texts: Iterable[str | None], uow: UnitOfWork) -> Served:
    """The agreements that these cells name."""
    wanted = {text for text in texts if text}
    return Served({}, await _agreements(wanted, uow) if wanted else {})


def recipients(text: str) -> list[tuple[str, int]]:
    """The names in a cell, parted by semicolons, and how many copies each got; 0 where that is not written."""
    parts = [each.strip() for each in text.split(";") if each.strip()]
    counted = [(each, COUNTED.fullmatch(each)) for each in parts]
    return [(found[1], int(found[2] or found[3])) if found else (each, 0) for each, found in counted]


def given_to(reading: Reading, known: Served, printed: int | None) -> list[dict[str, Any]]:
    """Who got copies; a name that nobody knows or that several have needs repair, and so do more than were printed."""
    said = recipients(reading.values.get("partner", ""))
    if printed is not None and sum(copies for _, copies in said) > printed:
        reading.wrong.append(Remark(field="partner", code=NotEnoughCopies.code, details={"left": printed}))
    found = [(meant(reading, "partner", known.partners, name), copies) for name, copies in said]
    return [{"organisation_id": each.id, "copies": copies} for each, copies in found if each]


def agreement_of(reading: Reading, known: Served) -> UUID | None:
    """The agreement that a book serves, by its code, or by the number that it had in its own register."""
    text = reading.values.get("agreement")
    if not text:
        return None
    found = known.agreements.get(text.upper(), [])
    if len(found) == 1:
        return found[0]
    reading.wrong.append(Remark(field="agreement", code=AgreementNotKnown.code))
    return None


async def _agreements(wanted: set[str], uow: UnitOfWork) -> dict[str, list[UUID]]:
    number = cast(col(Agreement.history), JSONB)["number"].astext
    columns = (col(Agreement.id), col(Agreement.code), number)
    called = col(Agreement.code).in_({each.upper() for each in wanted}) | number.in_(wanted)
    found: dict[str, list[UUID]] = {}
    kept = select(*columns).where(called, col(Agreement.status) != Status.ANNULLED)
    for id, code, old_number in await uow.session.execute(kept):
        for key in {code, (old_number or code).upper()}:
            found.setdefault(key, []).append(id)
    return found
