"""A ladder of reminders is changed: agreements that nobody touches follow it too, and what was said stays said."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import update

from korpu_chassis.deadlines import synchronise
from korpu_chassis.persistence.store import deadline, deadline_derivation
from korpu_chassis.runtime import rederivation
from korpu_chassis.runtime.rederivation import Rederivation, release_of
from korpu_partners.agreements.rules import REMINDERS
from korpu_partners.agreements.tables import Agreement
from tests.office import Office
from tests.partners.agreements import history
from tests.partners.agreements.test_calendar import day

Given = Callable[[str], None]


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Given]:
    """The operator's rules, which can be written anew."""
    file = tmp_path / "rules.toml"

    def write(text: str) -> None:
        file.write_text(f'[[partners.agreement_reminders]]\n{text}\nsource = "Order No. 1"\n', "utf-8")
        monkeypatch.setenv("KORPU_RULES", str(file))
        REMINDERS.forget()

    monkeypatch.setattr(rederivation, "PAUSE", 0)
    yield write
    monkeypatch.undo()
    REMINDERS.forget()


async def derive(office: Office, stop: asyncio.Event | None = None) -> str:
    """What a process of this release does when it starts."""
    release = release_of("korpu_partners")
    await Rederivation(office.runtime, release).until_done(stop or asyncio.Event())
    return release


async def reminded(office: Office, agreement: dict[str, str]) -> list[int]:
    messages = await office.messages_about(agreement["id"])
    return [each["change"]["days"] for each in messages if "reminded" in each["type"]]


async def test_a_changed_ladder_holds_for_what_nobody_touches(office: Office, given: Given) -> None:
    agreement = await history.signed(office, ends="2028-09-30")
    await day(office, "2028-05-01")
    version = (await history.reload(office, agreement))["version"]

    given("since = 2028-05-01\ndays = [120, 45]")
    await derive(office)
    await day(office, "2028-10-02")

    assert await reminded(office, agreement) == [365, 180, 120, 45]
    assert (await history.reload(office, agreement))["version"] == version + 4  # expiring, two reminders, expired


async def test_a_rung_that_the_change_puts_into_the_past_is_not_said(office: Office, given: Given) -> None:
    agreement = await history.signed(office, ends="2028-09-30")
    await day(office, "2028-09-01")

    given("since = 2026-01-01\ndays = [40, 20]")
    await derive(office)
    await day(office, "2028-09-29")

    assert await reminded(office, agreement) == [365, 180, 90, 60, 30, 20]


async def test_it_is_done_once_for_each_release_and_goes_on_where_it_stopped(
    office: Office, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        await history.signed(office, ends="2028-09-30")
    monkeypatch.setattr(rederivation, "PAGE", 2)
    given("since = 2026-01-01\ndays = [10]")
    seen: list[object] = []

    async def killed_at_the_fourth(*args: Any) -> None:
        seen.extend(args[3] if args[1] == "agreement" else ())
        if len(seen) == 4:  # the third is kept, the fourth is not
            raise KeyboardInterrupt
        await synchronise(*args)

    monkeypatch.setattr(rederivation, "synchronise", killed_at_the_fourth)
    with pytest.raises(KeyboardInterrupt):
        await derive(office)
    release = await derive(office)
    await derive(office)

    async with office.database.transaction() as session:
        kept = deadline_derivation.c
        rows = select(kept.release, kept.changed, kept.finished_at).where(kept.aggregate == "agreement")
        [row] = (await session.execute(rows)).all()
    assert len(seen) == 3 + 1 + 2 == len(set(seen)) + 1
    assert (row.release, row.changed, row.finished_at is not None) == (release, 5, True)


async def test_who_finds_that_a_newer_release_has_taken_over_stops(office: Office, given: Given) -> None:
    agreement = await history.signed(office, ends="2028-09-30")
    given("since = 2026-01-01\ndays = [10]")
    walk = Rederivation(office.runtime, "older")
    await walk.begin(office.runtime.definitions[Agreement])
    async with office.database.transaction() as session:
        await session.execute(update(deadline_derivation).values(release="newer"))

    more = await walk.page(office.runtime.definitions[Agreement])

    async with office.database.transaction() as session:
        of_it = select(deadline.c.rule).where(deadline.c.aggregate_id == agreement["id"])
        rules = set(await session.scalars(of_it))
    assert (more, "reminder-365" in rules, "reminder-10" in rules) == (False, True, False)


def test_the_release_follows_the_rules_that_the_operator_gives(given: Given) -> None:
    given("since = 2026-01-01\ndays = [10]")
    first = release_of("korpu_partners")
    same = release_of("korpu_partners")
    given("since = 2026-01-01\ndays = [11]")

    assert first == same != release_of("korpu_partners")
