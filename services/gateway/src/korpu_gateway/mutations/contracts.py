"""What the owners promise: their commands, refusals and aggregates, read from the committed contracts."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.reads.permissions import grants

SERVICES = Path(__file__).parents[4]
"""Where the services lie in the source tree; `KORPU_CONTRACTS` names another folder of the same shape."""

JsonSchema = Mapping[str, Any]


class _Promised(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Grant(_Promised):
    """To whom a command is open: a role, everywhere or only in the own units, about the own person or by name."""

    role: str
    of: str | None = None
    own: str | None = None
    named: str | None = None

    def admits(self, principal: Principal, held: Mapping[str, Any]) -> bool:
        """The grant opens the command for this caller and a thing with these values."""
        if self.role not in grants(principal):
            return False
        if self.of and held[self.of] not in principal.units:
            return False
        if self.named and held[self.named] != principal.subject:
            return False
        if not self.own:
            return True
        theirs = held[self.own] if isinstance(held[self.own], list) else [held[self.own]]
        return principal.person_id is not None and str(principal.person_id) in theirs


class Command(_Promised):
    """One command of an owner."""

    name: str
    path: str
    aggregate: str
    creates: bool
    summary: str
    refuses: tuple[str, ...]
    who: tuple[Grant, ...] = ()
    when: tuple[str, ...] | None = None
    barred: tuple[str, ...] = ()
    in_turn: str | None = None
    input: dict[str, Any]
    services: tuple[str, ...] = ()
    """Who promises it: one owner, or several that keep the same kind of thing."""


class RefusalTold(_Promised):
    """One refusal of an owner: its code, and what it means."""

    code: str
    meaning: str


class Aggregate(_Promised):
    """One aggregate of an owner."""

    name: str


class Contract(_Promised):
    """All that one owner promises."""

    service: str
    commands: tuple[Command, ...]
    refusals: tuple[RefusalTold, ...]
    aggregates: tuple[Aggregate, ...]

    def meaning(self, code: str) -> str:
        """What a refusal means."""
        return next(each.meaning for each in self.refusals if each.code == code)


@cache
def contracts(folder: Path | None = None) -> Sequence[Contract]:
    """Every contract in the folder, by the name of its service."""
    found = sorted((folder or SERVICES).glob("*/contract/commands.json"))
    if not found:
        raise FileNotFoundError(f"no */contract/commands.json in {folder or SERVICES}; set KORPU_CONTRACTS")
    return tuple(_read(path) for path in found)


def _read(path: Path) -> Contract:
    contract = Contract.model_validate(orjson.loads(path.read_bytes()))
    signed = tuple(each.model_copy(update={"services": (contract.service,)}) for each in contract.commands)
    return contract.model_copy(update={"commands": signed})


def united(contracts: Sequence[Contract]) -> Sequence[Command]:
    """Every command by its name; what several owners promise under one name is one command."""
    found: dict[str, Command] = {}
    for command in (each for contract in contracts for each in contract.commands):
        found[command.name] = _both(found[command.name], command) if command.name in found else command
    return [found[name] for name in sorted(found)]


def _both(one: Command, other: Command) -> Command:
    """A command of several owners: each of them knows words of its own, and may refuse for reasons of its own."""
    ours, theirs = one.input["properties"], other.input["properties"]
    if one.aggregate != other.aggregate or ours.keys() != theirs.keys():
        raise ValueError(f"{one.services} and {other.services} promise two things by the name of {one.name}")
    words = {
        name: {**each, "enum": [*dict.fromkeys([*_words(each), *_words(theirs[name])])]}
        for name, each in ours.items()
        if _words(each)
    }
    return one.model_copy(
        update={
            "services": (*one.services, *other.services),
            "refuses": tuple(dict.fromkeys((*one.refuses, *other.refuses))),
            "input": {**one.input, "properties": ours | words},
        }
    )


def _words(schema: JsonSchema) -> Sequence[str]:
    """The words that a field may hold, where it holds nothing else."""
    return schema.get("enum") or ([schema["const"]] if "const" in schema else [])
