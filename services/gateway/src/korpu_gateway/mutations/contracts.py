"""What the owners promise: their commands, refusals and aggregates, read from the committed contracts."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict

SERVICES = Path(__file__).parents[4]
"""Where the services lie in the source tree; `KORPU_CONTRACTS` names another folder of the same shape."""

JsonSchema = Mapping[str, Any]


class _Promised(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Command(_Promised):
    """One command of an owner."""

    name: str
    path: str
    aggregate: str
    creates: bool
    summary: str
    refuses: tuple[str, ...]
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
