"""Importing organisations: a batch of rows in one transaction, each with an outcome."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from sqlalchemy import func, select

from korpu_chassis.work import Work
from korpu_partners.imports.known import Known, known_like
from korpu_partners.imports.rows import Problem, fingerprint, registration, tidy
from korpu_partners.imports.tables import ImportedRow
from korpu_partners.organisations.commands import SERIES, RegisterOrganisation, prospect
from korpu_partners.organisations.messages import OrganisationRegistered
from korpu_partners.organisations.tables import Organisation

ONE_BATCH_AT_A_TIME = 20_261_124


class Outcome(StrEnum):
    """What became of a row."""

    REGISTERED = "registered"
    OFFERED = "offered"
    NEEDS_REPAIR = "needs_repair"
    JOINED = "joined"
    DISMISSED = "dismissed"


WAITING = (Outcome.OFFERED, Outcome.NEEDS_REPAIR)


async def import_rows(work: Work, file: str, rows: Mapping[int, Mapping[str, str]]) -> Sequence[ImportedRow]:
    """Import rows by their number; one that says what an earlier one said is passed over. The caller commits."""
    await work.session.execute(select(func.pg_advisory_xact_lock(ONE_BATCH_AT_A_TIME)))
    fresh = await _unheard(work, {number: tidy(values) for number, values in rows.items()})
    read = {number: registration(values, work.principal.language or "az") for number, values in fresh.items()}
    known = await known_like(work, [each for each in read.values() if isinstance(each, RegisterOrganisation)])
    registered: list[Organisation] = []
    imported = []
    for number, each in read.items():
        row = ImportedRow(
            fingerprint=fingerprint(fresh[number]),
            file=file,
            row=number,
            values=fresh[number],
            outcome=Outcome.NEEDS_REPAIR,
            subject=work.principal.subject,
            at=work.now,
        )
        registered += judge(row, each, known)
        imported.append(row)
    await register(work, registered)
    work.session.add_all(imported)
    return imported


def judge(row: ImportedRow, read: RegisterOrganisation | list[Problem], known: Known) -> list[Organisation]:
    """Decide what becomes of a row; the organisation that it makes, if it makes one, is known from now on."""
    if isinstance(read, list):
        row.outcome, row.problems = Outcome.NEEDS_REPAIR, tuple(read)
        return []
    row.problems, row.offered = (), known.like(read)
    if row.offered:
        row.outcome = Outcome.OFFERED
        return []
    organisation = prospect(read, 0)
    known.add(organisation)
    row.outcome, row.organisation_id = Outcome.REGISTERED, organisation.id
    return [organisation]


async def register(work: Work, organisations: Sequence[Organisation]) -> None:
    """Give them their numbers, without a gap, and say that they are known."""
    if not organisations:
        return
    first = await work.number(SERIES, len(organisations))
    for number, organisation in enumerate(organisations, first):
        organisation.code = f"ORG-{number:05d}"
    await work.say_all([(organisation, OrganisationRegistered()) for organisation in organisations])


async def _unheard(work: Work, rows: Mapping[int, dict[str, str]]) -> dict[int, dict[str, str]]:
    prints = {number: fingerprint(values) for number, values in rows.items()}
    column = ImportedRow.__table__.c.fingerprint  # type: ignore[attr-defined]
    heard = set(await work.session.scalars(select(column).where(column.in_(prints.values()))))
    fresh: dict[int, dict[str, str]] = {}
    for number, values in rows.items():
        if prints[number] not in heard:
            heard.add(prints[number])
            fresh[number] = values
    return fresh
