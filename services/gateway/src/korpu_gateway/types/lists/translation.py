"""How the translator's list is filtered and ordered."""

from enum import Enum

import strawberry

from korpu_gateway.readmodel.gaps import MISSING, OUTDATED
from korpu_gateway.reads.declared import words
from korpu_gateway.reads.filters import Direction
from korpu_gateway.types.values import Language


@words
class TranslationState(Enum):
    """What a text wants in a language."""

    MISSING = MISSING
    OUTDATED = OUTDATED


@words
class TranslationOrderKey(Enum):
    """What the translator's list is ordered by."""

    PROMISE = "promise"
    SINCE = "since"


@strawberry.input
class TranslationFilter:
    """Which texts."""

    language: list[Language] | None = strawberry.field(default=None, description="One of these is wanted.")
    state: list[TranslationState] | None = strawberry.field(default=None, description="One of these.")
    kind: list[str] | None = strawberry.field(default=None, description="Things of these kinds, as in `agreement`.")
    unit: list[str] | None = strawberry.field(default=None, description="Things of one of these units.")
    of: list[strawberry.ID] | None = strawberry.field(default=None, description="One of these things.")
    promised: bool | None = strawberry.field(
        default=None, description="Whether the public sees the text and is promised the language."
    )


@strawberry.input
class TranslationOrder:
    """In which order texts come; by promise means: first what the public sees and is promised, the oldest first."""

    by: TranslationOrderKey
    direction: Direction = Direction.ASC
