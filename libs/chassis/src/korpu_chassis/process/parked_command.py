"""`python -m korpu_<service> parked`: look at what waits, and decide what becomes of it; content is never shown."""

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from typing import Any

import structlog
from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.configuration.settings import StoreSettings
from korpu_chassis.messaging.envelope import Unreadable, read
from korpu_chassis.messaging.parking import Parking, Reason, parked, parking_decision, record_of
from korpu_chassis.messaging.versions import Version, Versions
from korpu_chassis.persistence.store import Database

MANY = 200
SHOWN = ("id", "type", "source", "time", "correlationid")

log = structlog.get_logger("parked")


async def parked_command(settings: StoreSettings, arguments: Sequence[str]) -> int:
    """Do what the words after `parked` say; 1 if there is no such record, or it cannot be decided so."""
    words = _parser().parse_args(arguments)
    database = Database(settings.database, connections=1)
    try:
        async with database.transaction() as session:
            done: bool = await words.does(session, words)
    finally:
        await database.close()
    return 0 if done else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="parked", description="Messages that wait, and what becomes of them.")
    verbs = parser.add_subparsers(required=True)
    verbs.add_parser("list", help="what waits, the oldest first").set_defaults(does=_list)
    verbs.add_parser("decisions", help="what was decided, the latest first").set_defaults(does=_decisions)
    verbs.add_parser("retry", help="try everything again now").set_defaults(does=_retry)
    _placed(verbs, "show", "one record, without its content", _show)
    for verb, what, does in (
        ("skip", "leave a record out for good; what waits behind it goes on", _skip),
        ("accept", "take a version although versions before it are missing", _accept),
    ):
        _placed(verbs, verb, what, does).add_argument("--because", required=True, help="why; it is kept for ever")
    return parser


def _placed(verbs: Any, verb: str, what: str, does: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(verb, help=what)
    parser.add_argument("topic")
    parser.add_argument("partition", type=int)
    parser.add_argument("offset", type=int)
    parser.set_defaults(does=does)
    return parser


async def _list(session: AsyncSession, _: argparse.Namespace) -> bool:
    total = int((await session.execute(select(func.count()).select_from(parked))).scalar_one())
    for row in await session.execute(select(parked).order_by(parked.c.parked_at, parked.c.offset).limit(MANY)):
        _print(f"{_named(row)}  {row.reason}: {row.error}  since {row.parked_at:%Y-%m-%d %H:%M}, {row.attempts} trials")
    _print(f"{total} waiting" + (f", the first {MANY} are shown" if total > MANY else ""))
    return True


async def _decisions(session: AsyncSession, _: argparse.Namespace) -> bool:
    for row in await session.execute(select(parking_decision).order_by(parking_decision.c.id.desc()).limit(MANY)):
        _print(f"{row.at:%Y-%m-%d %H:%M}  {row.decision}  {_named(row)}  {row.reason}: {row.error}  by {row.operator}")
        _print(f"    because {row.because}")
    return True


async def _show(session: AsyncSession, words: argparse.Namespace) -> bool:
    row = await _find(session, words)
    if row is None:
        return False
    record = record_of(row)
    _print(f"{_named(row)}\n  {row.reason}: {row.error}\n  {row.attempts} trials, next {row.next_try_at:%H:%M:%S} UTC")
    try:
        about = read(record).attributes
        _print("".join(f"  ce_{name}  {about[name]}\n" for name in SHOWN if name in about).rstrip())
    except Unreadable:
        _print(f"  headers: {len(record.headers)}")
    _print(f"  body: {len(record.body or b'')} bytes")
    return True


async def _retry(session: AsyncSession, _: argparse.Namespace) -> bool:
    await session.execute(update(parked).values(next_try_at=func.clock_timestamp()))
    _print("everything is tried again now; look with `list`")
    return True


async def _skip(session: AsyncSession, words: argparse.Namespace) -> bool:
    row = await _find(session, words)
    if row is None:
        return False
    if row.key is not None:
        await _go_on_after(session, row)
    await _decide(session, row, "skip", words.because)
    await Parking(row.group).release(session, record_of(row))
    return True


async def _go_on_after(session: AsyncSession, row: Any) -> None:
    """Let the version after a skipped one follow: what came too early is simply gone, as if it had never come."""
    versions = Versions(row.group)
    if row.reason == Reason.GAP:
        return
    try:
        skipped = Version.of(read(record_of(row)))
    except Unreadable:
        await versions.forget(session, row.topic, row.key)
    else:
        await versions.keep(session, {(row.topic, row.key): skipped})


async def _accept(session: AsyncSession, words: argparse.Namespace) -> bool:
    row = await _find(session, words)
    if row is None:
        return False
    if row.reason != Reason.GAP:
        _print(f"{_named(row)} is not early but {row.reason}: `skip` it, or mend the cause and `retry`")
        return False
    await Versions(row.group).forget(session, row.topic, row.key)
    await session.execute(
        update(parked).where(Parking(row.group).at(record_of(row))).values(next_try_at=func.clock_timestamp())
    )
    await _decide(session, row, "accept", words.because)
    return True


async def _find(session: AsyncSession, words: argparse.Namespace) -> Any:
    c = parked.c
    place = (c.topic == words.topic) & (c.partition == words.partition) & (c.offset == words.offset)
    row = (await session.execute(select(parked).where(place).with_for_update())).one_or_none()
    if row is None:
        _print(f"nothing is parked at {words.topic} {words.partition} {words.offset}")
    return row


async def _decide(session: AsyncSession, row: Any, decision: str, because: str) -> None:
    names = ("group", "topic", "partition", "offset", "key", "reason", "error")
    about = {name: getattr(row, name) for name in names}
    written = {**about, "decision": decision, "because": because, "operator": _operator()}
    await session.execute(insert(parking_decision).values(written))
    log.warning("parked.decided", decision=decision, **about)
    _print(f"{decision}: {_named(row)}  {row.reason}: {row.error}")


def _operator() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def _named(row: Any) -> str:
    return f"{row.group}  {row.topic} {row.partition} {row.offset}  key {row.key or '(none: the partition waits)'}"


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
