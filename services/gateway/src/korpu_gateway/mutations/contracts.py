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
    """To whom a command is open: a role, everywhere or only in the own units or about the own person."""

    role: str
    of: str | None = None
    own: str | None = None

    def admits(self, principal: Principal, held: Mapping[str, Any]) -> bool:
        """The grant opens the command for this caller and a thing with these values."""
        if self.role not in grants(principal):
            return False
        if self.of and held[self.of] not in principal.units:
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
    input: dict[str, Any]
    service: str = ""


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
    signed = tuple(each.model_copy(update={"service": contract.service}) for each in contract.commands)
    return contract.model_copy(update={"commands": signed})
