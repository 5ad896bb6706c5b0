"""An inventory: what an owner has on a topic at one moment, by ids, versions and digests, told page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, model_validator
from uuid_utils.compat import uuid7

from korpu_chassis.commands.state import Fact

PAGE: Final = 10_000


class InventoryPage(BaseModel):
    """One page of an inventory: the aggregates whose ids come after one id, up to another.

    `begins` and `ends` are offsets of the topic, one for each partition. What lies before `begins` was done when the
    inventory was taken, and what the inventory names lies before `ends`: so a reader knows what it can judge.
    """

    model_config = ConfigDict(frozen=True)

    id: UUID
    version: int
    pages: int
    topic: str
    taken_at: datetime
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    after: UUID | None = None
    upto: UUID | None = None
    ids: tuple[UUID, ...]
    epochs: tuple[int, ...]
    versions: tuple[int, ...]
    digests: tuple[str, ...]

    @classmethod
    def covering(cls, topic: str, taken_at: datetime, begins: Sequence[int], ends: Sequence[int]) -> "InventoryPage":
        """The only page of an inventory that names nothing."""
        none: dict[str, Any] = dict.fromkeys(("ids", "epochs", "versions", "digests"), ())
        place: dict[str, Any] = {"begins": tuple(begins), "ends": tuple(ends)}
        return cls(id=uuid7(), version=1, pages=1, topic=topic, taken_at=taken_at, **place, **none)

    @model_validator(mode="after")
    def _says_as_much_of_each(self) -> "InventoryPage":
        lengths = {len(each) for each in (self.ids, self.epochs, self.versions, self.digests)}
        if len(lengths) != 1 or not self.ends or len(self.begins) != len(self.ends):
            raise ValueError("the lists do not fit together")
        return self


class InventoryTaken(Fact):
    """An owner has counted what it has on a topic: of each aggregate its version, and a digest of its state."""


@dataclass(frozen=True)
class Inventories:
    """Where an owner tells its inventories: a topic of its own, with one fact."""

    service: str
    name: str = "inventory"
    state: type[BaseModel] = InventoryPage

    @property
    def topic(self) -> str:
        """The topic's name."""
        return topic_of(self.service)

    @property
    def facts(self) -> Mapping[str, type[Fact]]:
        """The one fact, by its name."""
        return {InventoryTaken.name_for(self.name): InventoryTaken}


def topic_of(service: str) -> str:
    """The topic on which an owner tells its inventories."""
    return f"{service}.inventory.v1"
