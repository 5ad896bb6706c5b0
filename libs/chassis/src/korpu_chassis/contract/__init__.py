"""What a service promises to the world, written down from its declarations: files that are committed and compared."""

from collections.abc import Iterator
from pathlib import Path

import orjson

from korpu_chassis.contract.asyncapi import asyncapi
from korpu_chassis.contract.commands import commands
from korpu_chassis.contract.examples import example
from korpu_chassis.contract.messages import bundle, resolved, schemas
from korpu_chassis.contract.openapi import openapi
from korpu_chassis.contract.pages import permissions, states
from korpu_chassis.contract.released import CHANGES, RELEASED, changes_since, promised
from korpu_chassis.runtime.assembly import Service

__all__ = ["BUNDLE", "files_of", "folder_of", "write"]

BUNDLE = "messages.bundle.json"


def folder_of(service: Service) -> Path:
    """Where the contract lies: beside the service's sources."""
    return service.migrations.parents[3] / "contract"


def write(service: Service) -> None:
    """Write the contract, and take away what is in it no more; what was released stays as it was."""
    folder = folder_of(service)
    wanted = dict(files_of(service))
    for old in folder.rglob("*"):
        if old.is_file() and str(old.relative_to(folder)) not in wanted and RELEASED not in old.parts:
            old.unlink()
    for name, text in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def files_of(service: Service) -> Iterator[tuple[str, str]]:
    """Every file of the contract, by its name."""
    yield "commands.json", _json(commands(service))
    yield "openapi.json", _json(openapi(service))
    yield "asyncapi.json", _json(asyncapi(service))
    yield "states.md", states(service)
    yield "permissions.md", permissions(service)
    released = folder_of(service) / RELEASED
    everything = schemas(service, promised(released))
    for place, schema in everything.items():
        yield f"messages/{place}", _json(schema)
        if not place.startswith("states/"):
            whole = resolved(schema, everything)
            yield f"messages/{place.replace('.schema.', '.example.')}", _json(example(whole, whole["$defs"]))
    yield BUNDLE, bundle(service, everything)
    yield CHANGES, changes_since(released, everything)


def _json(value: object) -> str:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS).decode() + "\n"
