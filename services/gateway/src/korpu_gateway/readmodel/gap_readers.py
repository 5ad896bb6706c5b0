"""Who sees a gap: whoever may read the thing, and its field as the type of the thing shows it."""

from typing import Any, NamedTuple

from korpu_gateway.reads.arguments import Bind
from korpu_gateway.reads.fields import ReadField
from korpu_gateway.reads.kinds import Kind
from korpu_gateway.reads.permissions import Rows, everything, nothing, readable


class Seen(NamedTuple):
    """The condition under which a caller sees a gap, and whether it asks the thing beside the gap."""

    sql: str
    of_thing: bool


def seen(kind: Kind, granted: frozenset[str], bind: Bind, gap: str = "t", thing: str = "d") -> Seen | None:
    """How callers with these grants see gaps of a kind; None where they see none."""
    rows, to = readable(kind.readers, granted), _fields(kind, granted)
    if rows is nothing or not to:
        return None
    shown = [f"'{field}'" for field, whom in to.items() if whom is everything]
    fields = [f"{gap}.field IN ({', '.join(shown)})"] if shown else []
    some = {field: whom for field, whom in to.items() if whom is not everything}
    asked = [f"({gap}.field = '{field}' AND {whom.sql(thing, bind)})" for field, whom in some.items()]
    held = "" if rows is everything else f"{rows.sql(thing, bind)} AND "
    return Seen(f"{held}({' OR '.join(fields + asked)})", bool(asked) or rows is not everything)


def _fields(kind: Kind, granted: frozenset[str]) -> dict[str, Rows]:
    """In which things the callers see a field of the document: what the type does not show, nobody sees here."""
    found: dict[str, Rows] = {}
    for declared in kind.shown.__strawberry_definition__.fields:  # type: ignore[attr-defined]
        if isinstance(declared, ReadField) and (path := getattr(declared.source, "path", None)):
            found.setdefault(path[0], declared.shown_to(granted))
    return {field: to for field, to in found.items() if to is not nothing}


def public(kind: Kind) -> str:
    """The condition under which everybody sees a gap of a kind, on the gap as it is said and on the thing."""
    told = seen(kind, frozenset(), _unbound, gap="said")
    return told.sql if told else "FALSE"


def _unbound(value: Any, _: str) -> str:
    raise TypeError(f"what everybody sees asks nothing of the caller, and not {value!r}")
