"""Tasks of a caller: which rows are theirs, and their list as SQL, for both ways of reading."""

# ruff: noqa: S608 -- the SQL is made of declared names; whatever a caller says is a parameter

from collections.abc import Mapping
from typing import Any

from korpu_chassis import clock
from korpu_chassis.commands.permission import ANYONE
from korpu_gateway.reads.arguments import Bind, Caller, Derived, known
from korpu_gateway.reads.filters import Direction, kept
from korpu_gateway.reads.listing import LONGEST, Listing, beyond
from korpu_gateway.reads.refused import TooLong

_DAY, _MOMENT = "9999-12-31", 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'


def mine(row: str, bind: Bind) -> str:
    """The rows that wait for the caller now: for a role of theirs, narrowed to nobody else, and never without them."""
    roles = bind(Derived(Caller("roles"), lambda roles: [*roles, ANYONE.name]), "text[]")
    units = bind(Caller("units"), "text[]")
    subject, person = bind(Caller("subject"), "text"), bind(Caller("person_id"), "uuid")
    moment = bind(Derived(Caller("subject"), lambda _: clock.now()), "timestamptz")
    return (
        f"{row}.role = ANY({roles}) AND ({row}.unit IS NULL OR {row}.unit = ANY({units}))"
        f" AND ({row}.subject IS NULL OR {row}.subject = {subject})"
        f" AND ({row}.person IS NULL OR {row}.person = {person})"
        f" AND NOT {row}.never && ARRAY[{subject}, coalesce({person}::text, '')]"
        f" AND {row}.since <= {moment}"
    )


def waiting(row: str, given: Mapping[str, Any], filter_: type, bind: Bind) -> Listing:
    """The list of the caller's tasks that these arguments ask for."""
    first = known(given["first"])
    if not 0 <= first <= LONGEST:
        raise TooLong(longest=LONGEST)
    order = given.get("orderBy") or {}
    descending = order.get("direction") is Direction.DESC
    key = f"{row}.{order['by'].value if order else 'due_key'}"
    after = given.get("after")
    conditions = ["TRUE", *(kept(filter_, given["filter"], row, bind) if given.get("filter") else ())]
    return Listing(
        source=_source(bind),
        row=row,
        conditions=tuple(conditions),
        after=beyond(row, key, "<" if descending else ">", after, bind) if after is not None else None,
        key=key,
        direction="DESC" if descending else "ASC",
        first=first,
        begun=after is not None,
        few=True,
    )


def _source(bind: Bind) -> str:
    own = (
        "SELECT DISTINCT t.id, t.kind, t.thing, t.what, t.step, t.due,"
        f" to_char(t.since AT TIME ZONE 'UTC', '{_MOMENT}') AS since_key"
        f" FROM task t WHERE NOT t.ended AND {mine('t', bind)}"
    )
    document = "'id', o.id, 'kind', o.kind, 'thing', o.thing, 'since', o.since_key, 'due', o.due"
    return (
        f'(SELECT o.id, o.kind, o.due, o.since_key COLLATE "C" AS since_key,'
        f" coalesce(o.due, '{_DAY}') COLLATE \"C\" AS due_key, array_agg(o.what ORDER BY o.step) AS what,"
        f" jsonb_build_object({document}, 'what', jsonb_agg(o.what ORDER BY o.step)) AS doc"
        f" FROM ({own}) o GROUP BY o.id, o.kind, o.thing, o.due, o.since_key)"
    )
