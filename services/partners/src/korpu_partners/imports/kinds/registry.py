"""The registers that partners can bring in, each judged, entered and withdrawn in its own way."""

from collections.abc import Sequence

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.kinds import (
    agreements,
    contacts,
    known_things,
    letters,
    organisations,
    projects,
    publications,
)
from korpu_partners.imports.kinds.forms import AGREEMENTS, CONTACTS, LETTERS, ORGANISATIONS, PROJECTS, PUBLICATIONS
from korpu_registers.reading.rows import Given
from korpu_registers.register import Entered, Judged, Register, days_of, one_by_one, registered
from korpu_registers.tables import RegisterImport


async def _judge_organisations(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await organisations.judge(rows, one.file, uow)


async def _enter_organisations(judged: Sequence[Judged], uow: UnitOfWork) -> list[Entered]:
    await organisations.enter([made for _, made in judged if made], uow)
    return [(registered(verdict) if made else verdict, made.id if made else None) for verdict, made in judged]


async def _judge_agreements(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await agreements.judge(rows, agreements.Source(one.file, days_of(one)), uow)


async def _judge_letters(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await letters.judge(rows, days_of(one), uow)


async def _judge_publications(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await publications.judge(rows, days_of(one), uow)


async def _judge_contacts(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await contacts.judge(rows, days_of(one), one.file, uow)


async def _judge_projects(rows: Sequence[Given], one: RegisterImport, uow: UnitOfWork) -> Sequence[Judged]:
    return await projects.judge(rows, days_of(one), uow)


async def _withdraw_partners(one: RegisterImport, uow: UnitOfWork) -> None:
    """Take back the partners that were registered out of its rows, unless something else depends on them by now."""
    free = [each for each in one.partner_ids if not await organisations.dependents([each], uow)]
    await organisations.withdraw(free, f"{one.code}: {one.reason}", uow)


REGISTERS = {
    "organisations": Register(
        ORGANISATIONS,
        _judge_organisations,
        _enter_organisations,
        organisations.dependents,
        organisations.withdraw,
        at_once=500,
        known_again=known_things.ORGANISATIONS,
    ),
    "agreements": Register(
        AGREEMENTS,
        _judge_agreements,
        one_by_one(agreements.enter, "partner"),
        agreements.dependents,
        agreements.withdraw,
        "partner",
        known_again=known_things.AGREEMENTS,
        after_undoing=_withdraw_partners,
    ),
    "letters": Register(
        LETTERS,
        _judge_letters,
        one_by_one(letters.enter, "number"),
        letters.dependents,
        letters.withdraw,
        "correspondent",
        known_again=known_things.LETTERS,
        after_undoing=_withdraw_partners,
    ),
    "publications": Register(
        PUBLICATIONS,
        _judge_publications,
        one_by_one(publications.enter, "isbn"),
        publications.dependents,
        publications.withdraw,
        "partner",
        placed=False,
        known_again=known_things.PUBLICATIONS,
        after_undoing=_withdraw_partners,
    ),
    "contacts": Register(
        CONTACTS,
        _judge_contacts,
        contacts.enter,
        contacts.dependents,
        contacts.withdraw,
        "partner",
        after_undoing=_withdraw_partners,
    ),
    "projects": Register(
        PROJECTS,
        _judge_projects,
        one_by_one(projects.enter, "title"),
        projects.dependents,
        projects.withdraw,
        "partner",
        placed=False,
        known_again=projects.KNOWN_AGAIN,
        after_undoing=_withdraw_partners,
    ),
}
