"""Rows that are agreements of the past: who is meant by the partner, which kind, which days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Refusal
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.heard import OVER, Depending
from korpu_partners.agreements.inputs import RecordSignedAgreement
from korpu_partners.agreements.policies.history import annul, of_the_past
from korpu_partners.agreements.policies.history import enter as enter_history
from korpu_partners.agreements.tables import Agreement
from korpu_partners.imports.policies.partner_matching import meant, named
from korpu_partners.organisations.tables import Organisation
from korpu_partners.projects.domain.lifecycle import ProjectStatus
from korpu_partners.projects.tables import JointProject
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.tables import Publication
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.rows import Given
from korpu_registers.reading.values import Reading, remarks_of
from korpu_registers.reading.words import meaning
from korpu_registers.refusals.notices import NoEndWritten
from korpu_registers.refusals.unclear_cells import KindNotKnown
from korpu_registers.taking_back import touched_by_hand

Judged = tuple[Verdict, RecordSignedAgreement | None]
NEEDED = ("partner", "kind", "signed")
LOST = (ProjectStatus.REJECTED, ProjectStatus.WITHDRAWN)
GIVEN_UP = (PublicationStatus.DECLINED, PublicationStatus.WITHDRAWN)


@dataclass(frozen=True)
class Source:
    """Which register the rows come from."""

    file: str
    days: WrittenDays


async def judge(rows: Sequence[Given], source: Source, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row, by the same rules by which it would be entered."""
    partners = await named((each.values.get("partner") for each in rows), uow)
    seen: set[tuple[Any, ...]] = set()
    judged = []
    for each in rows:
        verdict, command = await _judged(each, source, partners, uow)
        if command and (key := _key(command)) in seen and not each.another:
            verdict, command = _double(verdict), None
        elif command:
            seen.add(key)
        judged.append((verdict, command))
    return judged


async def enter(command: RecordSignedAgreement, uow: UnitOfWork) -> UUID:
    """Enter one as history."""
    agreement = await of_the_past(command, uow)
    await enter_history(agreement, uow)
    return agreement.id


async def dependents(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """What keeps agreements from being annulled: what rests on them or serves them, and what was changed by hand."""
    touched = touched_by_hand(ids)
    heard = await uow.find(Depending, col(Depending.agreement_ids).op("&&")(list(ids)))
    found = [f"{each.kind} {each.id}" for each in heard if each.status not in OVER[each.kind]]
    for kind, *where in (
        (Agreement, col(Agreement.id).in_(touched), col(Agreement.status) != Status.ANNULLED),
        (JointProject, col(JointProject.agreement_id).in_(ids), col(JointProject.status).not_in(LOST)),
        (Publication, col(Publication.agreement_id).in_(ids), col(Publication.status).not_in(GIVEN_UP)),
    ):
        found += await uow.session.scalars(select(col(kind.code)).where(*where).limit(10))
    return found[:10]


async def withdraw(ids: Sequence[UUID], reason: str, uow: UnitOfWork) -> None:
    """Annul what an import made."""
    for each in ids:
        agreement = await uow.lock(Agreement, each)
        if agreement.status != Status.ANNULLED:
            await annul(agreement, reason, uow)


async def _judged(given: Given, source: Source, partners: Mapping[str, list[Organisation]], uow: UnitOfWork) -> Judged:
    reading = Reading(given.values, source.days.but(given.mended))
    command = _command(given, reading, meant(reading, "partner", partners), source)
    if command is None:
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=tuple(reading.wrong)), None
    try:
        await of_the_past(command, uow)
    except Refusal as why:
        path = {"signed_on": "signed", "parties": "partner"}.get(why.path or "", why.path or "partner")
        remark = Remark(field=path, code=why.code, details=why.details)
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=(remark, *reading.notes)), None
    known = () if given.another else await _like(command, uow)
    outcome = Outcome.OFFERED if known else Outcome.WOULD_REGISTER
    return Verdict(outcome=outcome, remarks=tuple(reading.notes), offered=known), None if known else command


def _command(
    given: Given, reading: Reading, partner: Organisation | None, source: Source
) -> RecordSignedAgreement | None:
    values = given.values
    reading.wrong += [Remark(field=name, code="missing-field") for name in NEEDED if not values.get(name)]
    kind = meaning("agreement", values.get("kind", ""))
    if values.get("kind") and kind is None:
        reading.wrong.append(Remark(field="kind", code=KindNotKnown.code))
    endless = meaning("evergreen", values.get("ends", "")) is not None
    signed, starts = reading.day("signed"), reading.day("starts")
    ends = None if endless else reading.end(starts or signed)
    if reading.wrong or signed is None or partner is None:
        return None
    if ends is None and not endless:
        reading.notes.append(Remark(field="ends", code=NoEndWritten.code))
    words = {
        "kind": kind,
        "title": {"az": values.get("title") or f"{values['kind']} – {values['partner']}"},
        "parties": [{"us": True}, {"organisation_id": partner.id, "us": False}],
        "signed_on": signed.day,
        "signed_precision": signed.precision,
        "starts": starts.day if starts else None,
        "ends": ends.day if ends else None,
        "ends_precision": ends.precision if ends else "day",
        "renewal": {"mode": "fixed" if ends else "evergreen"},
        "evidence": {"reference": f"{source.file}, {given.row}"},
        "number": values.get("number"),
        "unit": values.get("unit"),
    }
    try:
        return RecordSignedAgreement.model_validate(words)
    except ValidationError as wrong:
        reading.wrong += remarks_of(wrong, lambda path: {"signed_on": "signed"}.get(path, path.split(".")[0]))
        return None


async def _like(command: RecordSignedAgreement, uow: UnitOfWork) -> tuple[UUID, ...]:
    """Agreements of this kind with this partner that were signed on this day, or bear this number."""
    partner = next(each.organisation_id for each in command.parties if each.organisation_id)
    found = await uow.find(
        Agreement,
        col(Agreement.kind) == command.kind,
        col(Agreement.partner_ids).op("&&")([partner]),
        col(Agreement.signed_on) == command.signed_on,
        col(Agreement.status) != Status.ANNULLED,
    )
    return tuple(each.id for each in found)


def _key(command: RecordSignedAgreement) -> tuple[Any, ...]:
    return (command.kind, command.signed_on, tuple(str(each.organisation_id) for each in command.parties))


def _double(verdict: Verdict) -> Verdict:
    remark = Remark(field="signed", code="register-double-in-file")
    return verdict.model_copy(update={"outcome": Outcome.OFFERED, "remarks": (*verdict.remarks, remark)})
