"""Rows that are joint projects: with whom, paid by whom, how they stand, and whether such a project is known."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from pydantic import ValidationError
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LANGUAGES, fold
from korpu_chassis.refusals import Refusal
from korpu_partners.imports.policies.partner_matching import meant, named
from korpu_partners.imports.policies.recipients import Served, agreement_of, known_agreements
from korpu_partners.organisations.tables import Organisation
from korpu_partners.projects.domain.lifecycle import PartnerRole, ProjectStatus
from korpu_partners.projects.inputs import PlanProject
from korpu_partners.projects.policies.history import OldProject, annul, of_the_past, standing
from korpu_partners.projects.policies.history import enter as enter_history
from korpu_partners.projects.tables import JointProject
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.known_again import KnownAgain, by_code, said
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.amounts import Unreadable, amount
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.rows import Given
from korpu_registers.reading.values import Reading, remarks_of
from korpu_registers.reading.words import meaning
from korpu_registers.refusals.notices import DoubleInFile, StandingCounted
from korpu_registers.refusals.unclear_cells import KindNotKnown
from korpu_registers.taking_back import touched_by_hand

Judged = tuple[Verdict, OldProject | None]
TITLES = {f"title_{language}": language for language in LANGUAGES}
ENTERED = (
    ProjectStatus.CLOSED, ProjectStatus.ACTIVE, ProjectStatus.FUNDED, ProjectStatus.REJECTED, ProjectStatus.WITHDRAWN,
)  # fmt: skip
"""What may be taken over; an idea or a proposal is written anew, for it waits for what no register holds."""
PATHS = {"partners": "partner", "grant_number": "grant", "agreement_id": "agreement"}
US = ("us", "gdu", "gsu", "biz", "мы", "wir", "nous", "gəncə dövlət universiteti", "ganja state university")
WORDS = {"status": "project"}


class Sources(NamedTuple):
    """What rows may name: organisations and agreements."""

    partners: Mapping[str, list[Organisation]]
    agreements: Served


async def judge(rows: Sequence[Given], days: WrittenDays, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row; a known grant, or a known title with one of its partners, is offered."""
    names = [name for each in rows for field in ("partner", "coordinator", "funder") for name in _names(each, field)]
    agreements = await known_agreements((each.values.get("agreement") for each in rows), uow)
    sources = Sources(await named(names, uow), agreements)
    seen: set[str] = set()
    return [await _judged(each, days, sources, seen, uow) for each in rows]


async def enter(old: OldProject, uow: UnitOfWork) -> UUID:
    """Enter one as what it was."""
    async with uow.session.begin_nested():
        project = await of_the_past(old, uow)
        await enter_history(project, old, uow)
        return project.id


async def dependents(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """What keeps projects from being taken back: what was done with them by hand."""
    touched = touched_by_hand(ids)
    found = await uow.find(
        JointProject, col(JointProject.id).in_(touched), col(JointProject.status) != ProjectStatus.WITHDRAWN
    )
    return [each.code for each in found[:10]]


async def withdraw(ids: Sequence[UUID], reason: str, uow: UnitOfWork) -> None:
    """Take back what an import entered."""
    for each in ids:
        project = await uow.lock(JointProject, each)
        if project.status != ProjectStatus.WITHDRAWN:
            await annul(project, reason, uow)


def says(project: JointProject) -> dict[str, frozenset[str]]:
    """What a row may say of a project without saying anything new."""
    return {
        "title": said(project.title),
        "grant": said(project.grant_number),
        "starts": said(project.starts),
        "ends": said(project.ends),
        "call": said(project.call),
        "unit": said(project.unit),
    }


KNOWN_AGAIN = KnownAgain(by_code(JointProject, says), WORDS)


def _names(given: Given, field: str) -> list[str]:
    return [each.strip() for each in re.split(r"[;\n]", given.values.get(field, "")) if each.strip()]


async def _judged(given: Given, days: WrittenDays, sources: Sources, seen: set[str], uow: UnitOfWork) -> Judged:
    reading = Reading(given.values, days.but(given.mended))
    old = _read(given, reading, sources, uow.today)
    if old is None:
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=tuple(reading.wrong)), None
    try:
        project = await of_the_past(old, uow)
    except Refusal as why:
        path = (why.path or "partner").split(".", maxsplit=1)[0]
        remark = Remark(field=PATHS.get(path, path), code=why.code, details=why.details)
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=(remark, *reading.notes)), None
    keys = _keys(project)
    double = bool(keys & seen)
    seen |= keys
    known = () if given.another else await _like(project, uow)
    if given.another or not (known or double):
        return Verdict(outcome=Outcome.WOULD_REGISTER, remarks=tuple(reading.notes)), old
    remarks = [Remark(field="title", code=DoubleInFile.code)] if double and not known else []
    return Verdict(outcome=Outcome.OFFERED, remarks=(*remarks, *reading.notes), offered=known), None


def _read(given: Given, reading: Reading, sources: Sources, today: date) -> OldProject | None:
    values = reading.values
    titles = {language: values[name] for name, language in TITLES.items() if values.get(name)}
    if values.get("title"):
        titles.setdefault("az", values["title"])
    if not titles:
        reading.wrong.append(Remark(field="title", code="missing-field"))
    starts, ends = reading.day("starts"), reading.end(reading.day("starts"))
    first, last = starts.day if starts else None, ends.day if ends else None
    status = _status(reading, first, last, today)
    partners = _consortium(given, reading, sources)
    words: dict[str, Any] = {
        "title": titles,
        "summary": {"az": values["summary"]} if values.get("summary") else None,
        "partners": partners,
        "call": values.get("call"),
        "funder": _funder(reading, sources),
        "budget": _budget(reading),
        "starts": first,
        "ends": last,
        "unit": values.get("unit"),
        "agreement_id": agreement_of(reading, sources.agreements),
    }
    if reading.wrong or status is None:
        return None
    try:
        plan = PlanProject.model_validate({name: each for name, each in words.items() if each})
    except ValidationError as wrong:
        reading.wrong += remarks_of(wrong, lambda path: PATHS.get(path.split(".")[0], path.split(".")[0]))
        return None
    return OldProject(plan, status, values.get("grant"), values.get("number"))


def _status(reading: Reading, starts: date | None, ends: date | None, today: date) -> ProjectStatus | None:
    """How it stands, as written; else as its days say."""
    written = reading.values.get("status")
    if not written:
        if not (starts or ends) and not any(each.field in {"starts", "ends"} for each in reading.wrong):
            reading.wrong.append(Remark(field="status", code="missing-field"))
            return None
        by_days = standing(starts, ends, today)
        reading.notes.append(Remark(field="status", code=StandingCounted.code, details={"standing": by_days.value}))
        return by_days
    word = meaning("project", written)
    if word is None or ProjectStatus(word) not in ENTERED:
        reading.wrong.append(Remark(field="status", code=KindNotKnown.code))
        return None
    return ProjectStatus(word)


def _consortium(given: Given, reading: Reading, sources: Sources) -> list[dict[str, Any]]:
    """Our university and all who are named; who coordinates is one of them."""
    leads = {fold(each) for each in _names(given, "coordinator")}
    ours = not leads.isdisjoint(map(fold, US))
    names = dict.fromkeys([*_names(given, "partner"), *_names(given, "coordinator")])
    found: list[dict[str, Any]] = [{"us": True, "role": PartnerRole.COORDINATOR if ours else PartnerRole.BENEFICIARY}]
    for name in names:
        if fold(name) in set(map(fold, US)):
            continue
        field = "partner" if name in _names(given, "partner") else "coordinator"
        organisation = meant(reading, field, sources.partners, name)
        if organisation and not any(each.get("organisation_id") == organisation.id for each in found):
            role = PartnerRole.COORDINATOR if fold(name) in leads else PartnerRole.BENEFICIARY
            found.append({"organisation_id": organisation.id, "role": role})
    return found


def _funder(reading: Reading, sources: Sources) -> dict[str, Any] | None:
    """A registered organisation if one is called so, else the name."""
    name = reading.values.get("funder")
    if not name:
        return None
    known = sources.partners.get(name.strip().upper()) or sources.partners.get(fold(name), [])
    return {"organisation_id": known[0].id} if len(known) == 1 else {"name": name}


def _budget(reading: Reading) -> dict[str, Any] | None:
    text = reading.values.get("budget")
    if not text:
        return None
    try:
        number, currency = amount(text, reading.values.get("currency"))
    except Unreadable as why:
        reading.wrong.append(Remark(field=why.field, code=why.code))
        return None
    return {"amount": number, "currency": currency}


def _keys(project: JointProject) -> set[str]:
    """By what two projects are alike: a funder's number, or a title with the same partners."""
    grant = {f"{project.funder_key} {project.grant_number}"} if project.grant_number else set()
    partners = " ".join(sorted(map(str, project.partner_ids)))
    return grant | {f"{fold(each.text)} {partners}" for each in project.title.texts.values()}


async def _like(project: JointProject, uow: UnitOfWork) -> tuple[UUID, ...]:
    """Projects of this grant, or of this title with one of these partners."""
    partners = col(JointProject.partner_ids).op("&&")(project.partner_ids)
    grant = col(JointProject.grant_number) == project.grant_number
    there = col(JointProject.status) != ProjectStatus.WITHDRAWN
    wanted: Iterable[Any] = [partners] + ([grant] if project.grant_number else [])
    keys, found = _keys(project), []
    for where in wanted:
        found += [each.id for each in await uow.find(JointProject, where, there) if keys & _keys(each)]
    return tuple(dict.fromkeys(found))[:20]
