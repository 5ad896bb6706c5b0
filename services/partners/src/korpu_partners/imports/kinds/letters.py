"""Rows that are letters of an older register: entered under the numbers and days that they have."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.policies.partner_matching import meant, named
from korpu_partners.letters.commands.enter_old_letter import enter_old_letter
from korpu_partners.letters.domain.lifecycle import Direction, LetterStatus
from korpu_partners.letters.facts import LetterAnnulled
from korpu_partners.letters.inputs import EnterOldLetter
from korpu_partners.letters.refusals import NumberTaken
from korpu_partners.letters.tables import Letter
from korpu_partners.organisations.tables import Organisation
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.rows import Given
from korpu_registers.reading.values import Reading, remarks_of
from korpu_registers.reading.words import meaning
from korpu_registers.refusals.unclear_cells import KindNotKnown, PartnerNotKnown
from korpu_registers.taking_back import touched_by_hand

Judged = tuple[Verdict, EnterOldLetter | None]
Place = tuple[str, int, int]
NEEDED = ("direction", "number", "registered", "correspondent", "subject")
FIELDS = {"registered_on": "registered", "correspondents": "correspondent"}


async def judge(rows: Sequence[Given], days: WrittenDays, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row; a number that is taken needs repair."""
    known = await named((each.values.get("correspondent") for each in rows), uow)
    read = []
    for each in rows:
        reading = Reading(each.values, days.but(each.mended))
        read.append((reading, _command(reading, known, uow.today)))
    taken = await _taken([command for _, command in read if command], uow)
    return [_judged(reading, command, taken) for reading, command in read]


async def enter(command: EnterOldLetter, uow: UnitOfWork) -> UUID:
    """Enter one; when it is refused after all, nothing of it is kept."""
    async with uow.session.begin_nested():
        letter: Letter = await enter_old_letter(command, uow)
        return letter.id


async def dependents(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """What keeps letters from being annulled: their answers, and what was done with them by hand."""
    touched = touched_by_hand(ids)
    found = await uow.find(Letter, col(Letter.id).in_(touched) | col(Letter.answer_ids).op("&&")(list(ids)))
    return [each.code for each in found[:10]]


async def withdraw(ids: Sequence[UUID], reason: str, uow: UnitOfWork) -> None:
    """Annul what an import entered; the numbers stay used."""
    for each in ids:
        letter = await uow.lock(Letter, each)
        if letter.status != LetterStatus.ANNULLED:
            letter.reason = reason
            letter.stands(LetterStatus.ANNULLED, uow.today)
            await uow.emit(letter, LetterAnnulled(reason=reason))


def _command(reading: Reading, known: Mapping[str, list[Organisation]], today: date) -> EnterOldLetter | None:
    values = reading.values
    reading.wrong += [Remark(field=name, code="missing-field") for name in NEEDED if not values.get(name)]
    direction, number = meaning("direction", values.get("direction", "")), _number(values.get("number", ""))
    if values.get("direction") and direction is None:
        reading.wrong.append(Remark(field="direction", code=KindNotKnown.code))
    if values.get("number") and number is None:
        reading.wrong.append(Remark(field="number", code="wrong-type"))
    registered, theirs = reading.day("registered"), reading.day("their_date")
    if registered and registered.day > today:
        reading.wrong.append(Remark(field="registered", code="date-out-of-range"))
    correspondent = _correspondent(reading, known)
    if reading.wrong or registered is None:
        return None
    words: dict[str, Any] = {
        "direction": Direction(str(direction)),
        "number": number,
        "registered_on": registered.day,
        "correspondents": [correspondent],
        "subject": {"az": values["subject"]},
        "their_date": theirs.day if theirs else None,
    }
    words |= {name: values.get(name) for name in ("their_number", "our_office", "person", "note", "unit")}
    try:
        return EnterOldLetter.model_validate(words)
    except ValidationError as wrong:
        reading.wrong += remarks_of(wrong, lambda path: FIELDS.get(path.split(".")[0], path.split(".")[0]))
        return None


def _correspondent(reading: Reading, known: Mapping[str, list[Organisation]]) -> dict[str, object]:
    """A known organisation; else an office, if its words say that it is one: names of persons are not published."""
    found = meant(reading, "correspondent", known)
    if found:
        return {"organisation_id": found.id}
    name = reading.values.get("correspondent", "")
    if meaning("organisation", name):
        reading.wrong = [each for each in reading.wrong if each.code != PartnerNotKnown.code]
    return {"office": name}


def _number(text: str) -> int | None:
    found = re.fullmatch(r"(?:№|N|No)?[ .]*(\d{1,6})", text)
    return int(found[1]) if found else None


def _place(command: EnterOldLetter) -> Place:
    return (command.direction, command.registered_on.year, command.number)


async def _taken(commands: Sequence[EnterOldLetter], uow: UnitOfWork) -> set[Place]:
    years, numbers = {each.registered_on.year for each in commands}, {each.number for each in commands}
    columns = (col(Letter.direction), col(Letter.year), col(Letter.number))
    wanted = select(*columns).where(col(Letter.year).in_(years), col(Letter.number).in_(numbers))
    return {(row[0], row[1], row[2]) for row in await uow.session.execute(wanted)}


def _judged(reading: Reading, command: EnterOldLetter | None, taken: set[Place]) -> Judged:
    if command is None:
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=tuple(reading.wrong)), None
    if _place(command) in taken:
        remark = Remark(field="number", code=NumberTaken.code, details={"number": command.number})
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=(remark, *reading.notes)), None
    taken.add(_place(command))
    return Verdict(outcome=Outcome.WOULD_REGISTER, remarks=tuple(reading.notes)), command
