"""What the last release promised: nothing of it is taken away, and what came since is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

RELEASED = "released"
CHANGES = "changes.md"
LAST = "messages.bundle.json"
HEAD = "# What changed in these messages\n\nWithin `v1` fields, facts and words come in addition; nothing goes.\n"
EARLIER = "changes.md"
TELLING = frozenset({"title", "description", "examples", "default", "$schema", "$id", "$defs"})
"""Words about a value that say nothing about which values there are."""

Schemas = Mapping[str, Any]


@dataclass
class Differences:
    """What became of a contract: what was broken, and what came in addition."""

    broken: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)


def promised(folder: Path) -> Schemas:
    """The schemas of the last release by their place; none before the first one."""
    file = folder / LAST
    found: Schemas = orjson.loads(file.read_bytes())["$defs"] if file.exists() else {}
    return found


def release(folder: Path, number: str, bundle: str) -> None:
    """Keep this bundle as the promise from now on, and its changes among those that were told earlier.

    Raises ValueError when it breaks what the release before promised.
    """
    before = promised(folder)
    found = differences(before, orjson.loads(bundle)["$defs"])
    if found.broken:
        raise ValueError("; ".join(found.broken))
    told = _section(f"Release {number}", found.added) if before else f"## Release {number}\n\nThe first.\n"
    earlier = folder / EARLIER
    text = "\n".join(part for part in (told, earlier.read_text("utf-8") if earlier.exists() else "") if part)
    folder.mkdir(parents=True, exist_ok=True)
    earlier.write_text(text, "utf-8")
    (folder / LAST).write_text(bundle, "utf-8")


def changes_since(folder: Path, now: Schemas) -> str:
    """The contract's changelog: what came since the last release, and what each release brought."""
    parts = [
        "# What changed in these messages\n\nWithin `v1` fields, facts and words come in addition; nothing goes.\n"
    ]
    if before := promised(folder):
        added = differences(before, now).added
        parts += [_section("Not released yet", added)] if added else []
        parts.append((folder / EARLIER).read_text("utf-8"))
    return "\n".join(parts)


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([f"## {title}", "", *(f"- {line}" for line in lines or ["Nothing new."]), ""])


def differences(before: Schemas, now: Schemas) -> Differences:
    """What is broken and what is added, between two sets of schemas by their place.

    A reader of then must read what is sent now, and a reader of now what was sent then: so a property may come, and
    is not required; a word may come to a list of words; and nothing else may change.
    """
    found = Differences()
    for place, schema in before.items():
        name = place.removesuffix(".v1.schema.json")
        if place not in now:
            found.broken.append(f"{name} is gone")
        else:
            _compare(name, schema, now[place], found)
            for each, definition in schema.get("$defs", {}).items():
                _compare(f"{name} {each}", definition, now[place].get("$defs", {}).get(each), found)
    found.added += [f"`{place.removesuffix('.v1.schema.json')}` is new" for place in now if place not in before]
    found.broken = list(dict.fromkeys(found.broken))
    return found


def _compare(where: str, before: Any, now: Any, found: Differences) -> None:
    if isinstance(before, dict) and isinstance(now, dict):
        for key in sorted((before.keys() | now.keys()) - TELLING):
            _compare_keyword(where, key, before.get(key), now.get(key), found)
    elif before != now:
        found.broken.append(f"{where} has changed" if now is not None else f"{where} is gone")


def _compare_keyword(where: str, key: str, before: Any, now: Any, found: Differences) -> None:
    match key:
        case "properties":
            _compare_properties(where, before or {}, now or {}, found)
        case "required":
            found.broken += [f"{where}.{name} may be missing now" for name in _missing(before, now)]
            found.broken += [f"{where}.{name} is required, and old messages lack it" for name in _missing(now, before)]
        case "enum":
            found.broken += [f"{where} can be {word} no more" for word in _missing(before, now)]
            found.added += [f"`{where}` can be `{word}`" for word in _missing(now, before)]
        case "anyOf" | "oneOf" | "allOf" | "prefixItems" if len(before or ()) == len(now or ()):
            for old, new in zip(before, now, strict=True):
                _compare(where, old, new, found)
        case "items" | "additionalProperties":
            _compare(where, before, now, found)
        case _ if before != now:
            found.broken.append(f"{where}: {key} has changed")


def _compare_properties(where: str, before: Schemas, now: Schemas, found: Differences) -> None:
    for name, schema in before.items():
        if name in now:
            _compare(f"{where}.{name}", schema, now[name], found)
        else:
            found.broken.append(f"{where}.{name} is gone")
    found.added += [f"`{where}.{name}` is new" for name in now if name not in before]


def _missing(those: Any, among: Any) -> Iterator[Any]:
    return (each for each in those or () if each not in (among or ()))


def softened(schema: Any, before: Any) -> Any:
    """The schema in which what the last release did not have is not required: older messages lack it."""
    known, definitions = before or {}, schema.get("$defs", {})
    inner = {name: _softened(each, known.get("$defs", {}).get(name)) for name, each in definitions.items()}
    return {**_softened(schema, known), **({"$defs": inner} if inner else {})}


def _softened(schema: Any, before: Any) -> Any:
    if before is None or "required" not in schema or "properties" not in before:
        return schema
    return {**schema, "required": [name for name in schema["required"] if name in before["properties"]]}
