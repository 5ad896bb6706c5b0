"""Rows that are visits of the past: who came or went, when and why, and whether such a visit is known."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import fold
from korpu_events.action_points.tables import ActionPoint
from korpu_events.consumers.tables import HeardOrganisation
from korpu_events.imports.refusals import VisitToCome
from korpu_events.visits.commands.request_visit import RequestVisit
from korpu_events.visits.domain.lifecycle import LONGEST_LIST, VisitStatus
from korpu_events.visits.policies.history import ENTERED, OldVisit, annul, taken_back
from korpu_events.visits.policies.history import enter as enter_history
from korpu_events.visits.tables import Visit
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.domain.mapping import Form
from korpu_registers.known_again import KnownAgain, by_code, by_name, said
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.dates import DayRead, Unreadable, looks_like_day, read_day
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.rows import Given
from korpu_registers.reading.values import Reading, remarks_of
from korpu_registers.reading.words import meaning
from korpu_registers.refusals.notices import DoubleInFile, StandingCounted
from korpu_registers.refusals.unclear_cells import KindNotKnown, PartnerNotKnown, PartnerUncertain
from korpu_registers.taking_back import touched_by_hand

Judged = tuple[Verdict, OldVisit | None]
NEEDED = ("direction", "head_level", "starts")
WORDS = {"status": "visit_status", "direction": "stay_direction", "head_level": "rank"}
PATHS = {"organisations": "organisation"}

FORM = Form(
    "visits",
    required=("direction", "head_level", "starts"),
    names=("title", "organisation"),
    days=frozenset(("starts", "ends")),
    sniffed=(
        ("starts", looks_like_day),
        ("ends", looks_like_day),
        ("head_level", lambda text: meaning("rank", text) is not None and len(text.split()) < len("few")),
        ("organisation", lambda text: meaning("organisation", text) is not None),
    ),
    named=frozenset(("organisation",)),
    titled=("direction", "stay_direction"),
)


async def judge(rows: Sequence[Given], days: WrittenDays, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row; a visit of the same organisation on the same days is offered."""
    known = await _organisations((name for each in rows for name in _names(each.values)), uow)
    seen: set[object] = set()
    return [await _judged(each, Reading(each.values, days.but(each.mended)), known, seen, uow) for each in rows]


async def enter(old: OldVisit, uow: UnitOfWork) -> UUID:
    """Enter one as what it was."""
    async with uow.session.begin_nested():
        return (await enter_history(old, uow)).id


async def dependents(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """What keeps visits from being taken back: action points, and what was done by hand."""
    touched = touched_by_hand(ids)
    there = col(Visit.status) != VisitStatus.CANCELLED
    found = [each.code for each in await uow.find(Visit, col(Visit.id).in_(touched), there)]
    of_them = (col(ActionPoint.origin_kind) == "visit", col(ActionPoint.origin_id).in_(ids))
    return [*found, *(each.code for each in await uow.find(ActionPoint, *of_them))][:10]


async def withdraw(ids: Sequence[UUID], reason: str, uow: UnitOfWork) -> None:
    """Take back the visits that an import entered."""
    for each in ids:
        await annul(await uow.lock(Visit, each), reason, uow)


def says(visit: Visit) -> dict[str, frozenset[str]]:
    """What a row may say of a visit without saying anything new."""
    return {
        "title": said(visit.title),
        "purpose": said(visit.purpose),
        "starts": said(visit.starts),
        "ends": said(visit.ends),
        "letter": said(visit.letter),
        "unit": said(visit.unit),
    }


KNOWN_AGAIN = KnownAgain(by_code(Visit, says), WORDS)


def _names(values: Mapping[str, str]) -> list[str]:
    return [each.strip() for each in re.split(r"[;\n]", values.get("organisation", "")) if each.strip()]


async def _organisations(names: Iterable[str], uow: UnitOfWork) -> dict[str, list[UUID]]:
    """The organisations that are called so, as far as was heard."""
    wanted = {fold(each) for each in names}
    heard = await uow.find(HeardOrganisation, col(HeardOrganisation.merged_into).is_(None)) if wanted else ()
    return by_name(heard, wanted)


async def _judged(
    given: Given, reading: Reading, known: Mapping[str, list[UUID]], seen: set[object], uow: UnitOfWork
) -> Judged:
    old = _read(reading, known, uow.today)
    if old is None:
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=tuple(reading.wrong)), None
    told = old.told
    key = (told.direction, told.starts, told.organisations or fold(next(iter(told.title.given().values()))))
    alike = () if given.another else await _like(old, uow)
    if len(alike) == 1 and _says_nothing_new(old, alike[0]):
        return Verdict(outcome=Outcome.UNCHANGED, thing_id=alike[0].id), None
    double = key in seen and not given.another
    seen.add(key)
    if not alike and not double:
        return Verdict(outcome=Outcome.WOULD_REGISTER, remarks=tuple(reading.notes)), old
    remarks = [Remark(field="starts", code=DoubleInFile.code)] if double and not alike else []
    offered = tuple(each.id for each in alike)
    return Verdict(outcome=Outcome.OFFERED, remarks=(*remarks, *reading.notes), offered=offered), None


def _read(reading: Reading, known: Mapping[str, list[UUID]], today: date) -> OldVisit | None:
    values = reading.values
    reading.wrong += [Remark(field=name, code="missing-field") for name in NEEDED if not values.get(name)]
    direction, level = _word(reading, "direction"), _word(reading, "head_level")
    starts = reading.day("starts")
    ends = _ends(reading, starts)
    organisations = _known(reading, known)
    title = values.get("title") or values.get("organisation")
    status = _status(reading, ends, today) if ends else None
    members = _members(reading)
    if reading.wrong or starts is None or ends is None or status is None:
        return None
    words: dict[str, Any] = {
        "direction": direction,
        "title": {"az": title},
        "purpose": values.get("purpose") or title,
        "organisations": organisations,
        "head_level": level,
        "starts": starts.day,
        "ends": ends,
        "unit": values.get("unit"),
        "letter": values.get("letter"),
    }
    try:
        told = RequestVisit.model_validate({name: each for name, each in words.items() if each})
    except ValidationError as wrong:
        reading.wrong += remarks_of(wrong, lambda path: PATHS.get(path.split(".")[0], path.split(".")[0]))
        return None
    if told.ends < told.starts:
        reading.wrong.append(Remark(field="ends", code="visit-ends-before-it-starts"))
        return None
    return OldVisit(told, status, members, values.get("report"), values.get("number"))


def _word(reading: Reading, name: str) -> str | None:
    text = reading.values.get(name)
    found = meaning(WORDS[name], text) if text else None
    if text and found is None:
        reading.wrong.append(Remark(field=name, code=KindNotKnown.code))
    return found


def _ends(reading: Reading, starts: DayRead | None) -> date | None:
    """The last day; without one it is that of the range in the first column, else the visit took a day."""
    if reading.values.get("ends"):
        read = reading.day("ends", last=True)
        return read.day if read else None
    if starts is None:
        return None
    try:
        order = reading.days.proof("starts").order
        last = read_day(reading.values["starts"], last=True, since_1904=reading.days.since_1904, order=order)
    except Unreadable:
        return starts.day
    ranged = re.search(r"\d\D+\d", reading.values["starts"]) is not None and starts.precision != "day"
    return last.day if ranged and last.day > starts.day else starts.day


def _known(reading: Reading, known: Mapping[str, list[UUID]]) -> list[UUID]:
    found = []
    for name in _names(reading.values):
        called = known.get(fold(name), [])
        if len(called) == 1:
            found.append(called[0])
            continue
        code = PartnerUncertain.code if called else PartnerNotKnown.code
        details = {"name": name, "known": len(called)}
        reading.wrong.append(Remark(field="organisation", code=code, details=details))
    return found


def _members(reading: Reading) -> int:
    text = reading.values.get("members", "")
    found = re.search(r"\d+", text)
    if text and (found is None or int(found[0]) > LONGEST_LIST):
        reading.wrong.append(Remark(field="members", code="wrong-type"))
    return int(found[0]) if found else 0


def _status(reading: Reading, ends: date, today: date) -> VisitStatus | None:
    """How it ended, as written; else it took place. One that is not over is not entered."""
    written = reading.values.get("status")
    word = meaning("visit_status", written) if written else None
    if written and (word is None or VisitStatus(word) not in ENTERED):
        reading.wrong.append(Remark(field="status", code=KindNotKnown.code))
        return None
    if ends >= today and word in {None, VisitStatus.CLOSED}:
        reading.wrong.append(Remark(field="starts", code=VisitToCome.code))
        return None
    if word is None:
        standing = VisitStatus.CLOSED
        reading.notes.append(Remark(field="status", code=StandingCounted.code, details={"standing": standing.value}))
        return standing
    return VisitStatus(word)


async def _like(old: OldVisit, uow: UnitOfWork) -> list[Visit]:
    """Visits in this direction that share a day and an organisation, or the title."""
    told = old.told
    days = (col(Visit.starts) <= told.ends, col(Visit.ends) >= told.starts)
    found = await uow.find(Visit, col(Visit.direction) == told.direction, *days)
    titles = {fold(each) for each in told.title.given().values()}
    there = (each for each in found if not taken_back(each))
    return [
        each
        for each in there
        if set(each.organisations) & set(told.organisations)
        or titles & {fold(said_of.text) for said_of in each.title.texts.values()}
    ]


def _says_nothing_new(old: OldVisit, visit: Visit) -> bool:
    told = old.told
    same = (visit.starts, visit.ends, visit.head_level) == (told.starts, told.ends, told.head_level)
    return same and visit.status == old.status and set(told.organisations) <= set(visit.organisations)
