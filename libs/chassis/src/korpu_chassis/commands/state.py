"""What is published of an aggregate: its state, and the facts about it."""

import re
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.commands.task import PublishedTask


class State(BaseModel):
    """The public state of an aggregate, as every message carries it; nothing personal is in it."""

    model_config = ConfigDict(from_attributes=True, frozen=True)

    id: UUID
    version: int
    code: str
    status: str
    unit: str | None
    author: str
    correlation_id: UUID
    created_at: datetime
    changed_at: datetime
    tasks: tuple[PublishedTask, ...] = Field(default_factory=tuple, description="What waits for whom.")
    closed: dict[str, str] = Field(
        default={},
        description="Commands that its status allows and that something stands in the way of: which refusal.",
    )


class Fact(BaseModel):
    """Something that happened to an aggregate; its fields are what the message's `change` adds."""

    model_config = ConfigDict(frozen=True)

    @classmethod
    def name_for(cls, aggregate: str) -> str:
        """`LoafPriceChanged` of a `loaf` is `loaf.price_changed`."""
        return f"{aggregate}.{snake(cls.__name__).removeprefix(f'{aggregate}_')}"


class Restated(Fact):
    """It stands as it did and is said again: its database was restored, or what was said earlier is no more."""


def snake(name: str) -> str:
    """`BakeLoaf` → `bake_loaf`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
