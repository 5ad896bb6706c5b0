"""Keeping the tasks: what a thing waits for, and for whom, is written down with each version of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import md5
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

Version = tuple[UUID, int, int, Mapping[str, Any]]
"""Which thing, in which epoch and version, and its document."""

_FORGET = """
    DELETE FROM task USING {kind} d
    WHERE task.kind = '{kind}' AND task.thing = ANY($1::uuid[]) AND d.id = task.thing AND task.ended
        AND (task.epoch, task.version) < (d.epoch, d.version)
"""
_KEEP = """
    INSERT INTO task AS held (id, place, kind, thing, what, step, role, unit, subject, person, never, since, due,
        epoch, version, ended)
    SELECT said.id, said.place, '{kind}', said.thing, said.what, said.step, said.role, said.unit, said.subject,
        said.person, string_to_array(said.never, E'\\x1f'), CASE WHEN said.plain THEN coalesce(
            (SELECT min(o.since) FROM task o WHERE o.id = said.id AND NOT o.ended), said.since) ELSE said.since END,
        said.due, said.epoch, said.version, FALSE
    FROM unnest($1::uuid[], $2::integer[], $3::uuid[], $4::text[], $5::integer[], $6::text[], $7::text[], $8::text[],
        $9::uuid[], $10::text[], $11::timestamptz[], $12::boolean[], $13::text[], $14::integer[], $15::integer[])
        AS said (id, place, thing, what, step, role, unit, subject, person, never, since, plain, due, epoch, version)
    JOIN {kind} d ON d.id = said.thing AND (d.epoch, d.version) = (said.epoch, said.version)
    ON CONFLICT (id, place) DO UPDATE SET
        what = excluded.what, step = excluded.step, role = excluded.role, unit = excluded.unit,
        subject = excluded.subject, person = excluded.person, never = excluded.never, since = excluded.since,
        due = excluded.due, epoch = excluded.epoch, version = excluded.version, ended = FALSE
"""
_END = """
    UPDATE task SET ended = TRUE, epoch = d.epoch, version = d.version FROM {kind} d
    WHERE task.kind = '{kind}' AND task.thing = ANY($1::uuid[]) AND d.id = task.thing
        AND (task.epoch, task.version) < (d.epoch, d.version)
"""


async def keep_tasks(connection: AsyncConnection, kind: str, versions: Sequence[Version]) -> None:
    """Note what things of a kind wait for, by their versions in order; one that is not the present changes nothing.

    What has ended stays until the next version, so that whoever had it can be told.
    """
    rows = list(_rows(kind, versions))
    things = list({thing for thing, *_ in versions})
    await connection.exec_driver_sql(_FORGET.format(kind=kind), (things,))
    if rows:
        columns = tuple(list(column) for column in zip(*rows, strict=True))
        await connection.exec_driver_sql(_KEEP.format(kind=kind), columns)
    await connection.exec_driver_sql(_END.format(kind=kind), (things,))


def _rows(kind: str, versions: Sequence[Version]) -> Iterator[tuple[Any, ...]]:
    waiting: dict[UUID, dict[str, datetime]] = {}
    last = {thing: place for place, (thing, *_) in enumerate(versions)}
    for now, (thing, epoch, version, document) in enumerate(versions):
        before, changed = waiting.get(thing, {}), document["changed_at"]
        waiting[thing] = since = {
            each["key"]: before.get(each["key"], _moment(each["since"]))
            if each["since"] == changed
            else _moment(each["since"])
            for each in document.get("tasks", ())
        }
        if last[thing] == now:
            for each in document.get("tasks", ()):
                plain = each["since"] == changed and each["key"] not in before
                dated = (since[each["key"]], plain, each["due"], epoch, version)
                for place, row in enumerate(_addressed(each)):
                    yield task_id(kind, thing, each["key"]), place, thing, *row, *dated


def _addressed(task: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """One row for each command and each addressee."""
    steps = list(dict.fromkeys(what for each in task["waits_for"] for what in each["what"]))
    for each in task["waits_for"]:
        for what in each["what"]:
            whom = (each["role"], each["unit"], each["subject"], each["person_id"], "\x1f".join(each["never"]))
            yield what[0].lower() + what[1:], steps.index(what), *whom


def task_id(kind: str, thing: UUID, key: str) -> UUID:
    """The id of a task, the same as long as it waits."""
    return UUID(bytes=md5(f"{kind}:{thing}:{key}".encode(), usedforsecurity=False).digest())


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
