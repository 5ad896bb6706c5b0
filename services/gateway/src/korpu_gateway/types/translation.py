"""The translator's list as the portal sees it: which text wants which language, and what mends it."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types import Info
from strawberry.utils.str_converters import to_camel_case

from korpu_gateway.readmodel.gaps import MISSING, OUTDATED
from korpu_gateway.readmodel.translations import Found, Translations, Wanted
from korpu_gateway.reads.connection import Connection
from korpu_gateway.reads.declared import words
from korpu_gateway.reads.identity import global_id
from korpu_gateway.reads.kinds import KINDS, TYPES
from korpu_gateway.reads.listing import LONGEST
from korpu_gateway.reads.refused import TooLong
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import Language

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


@words
class TranslationState(Enum):
    """What a text wants in a language."""

    MISSING = MISSING
    OUTDATED = OUTDATED


def _node_id(root: strawberry.Parent[Found]) -> strawberry.ID:
    return strawberry.ID(global_id(root.kind, root.id))


async def _node(root: strawberry.Parent[Found], info: Info) -> Node | None:
    reading: Reading = info.context
    found: Any = await reading.loaders.one(root.kind, "id", "uuid").load(str(root.id))
    return found  # type: ignore[no-any-return]


def _field(root: strawberry.Parent[Found]) -> str:
    return to_camel_case(root.field)


def _language(root: strawberry.Parent[Found]) -> Language:
    return Language(root.language)


def _state(root: strawberry.Parent[Found]) -> TranslationState:
    return TranslationState(root.state)


def _original(root: strawberry.Parent[Found]) -> Language:
    return Language(root.text["original"])


def _original_text(root: strawberry.Parent[Found]) -> str | None:
    return root.words(root.text["original"]).get("text")


def _text(root: strawberry.Parent[Found]) -> str | None:
    return root.words(root.language).get("text")


def _follows(root: strawberry.Parent[Found]) -> int | None:
    return root.words(root.language).get("revision")


def _revision(root: strawberry.Parent[Found]) -> int:
    revision: int = root.text["revision"]
    return revision


def _since(root: strawberry.Parent[Found]) -> datetime:
    return root.since.isoformat()  # type: ignore[return-value] # the scalar writes what it is given


def _mutation(root: strawberry.Parent[Found]) -> str:
    return f"translate{KINDS[root.kind].shown.__name__}"


@strawberry.type(description="One language that one text of a thing wants.")
class TranslationGap:
    """One language that one text of a thing wants."""

    node_id: strawberry.ID = strawberry.field(resolver=_node_id, description="The thing's global id.")
    node: Node | None = strawberry.field(resolver=_node, description="The thing as it is now.")
    field: str = strawberry.field(resolver=_field, description="Which text: a field of the thing.")
    part: str | None = strawberry.field(description="Which of several, by its id or number.")
    language: Language = strawberry.field(resolver=_language)
    state: TranslationState = strawberry.field(resolver=_state)
    original: Language = strawberry.field(resolver=_original)
    original_text: str | None = strawberry.field(resolver=_original_text, description="What is to be translated.")
    revision: int = strawberry.field(resolver=_revision, description="The revision of the original.")
    text: str | None = strawberry.field(resolver=_text, description="What stands in the language now.")
    follows: int | None = strawberry.field(resolver=_follows, description="The revision that it follows.")
    since: datetime = strawberry.field(resolver=_since, description="Since when it is wanted.")
    public: bool = strawberry.field(description="Whether everybody sees the text.")
    promised: bool = strawberry.field(description="Whether the office promises this language for it.")
    mutation: str = strawberry.field(resolver=_mutation, description="What mends it.")


TYPES["TranslationGap"] = TranslationGap


async def _translations(  # noqa: PLR0913, PLR0917 -- the arguments of the question
    info: Info,
    language: list[Language] | None = None,
    state: list[TranslationState] | None = None,
    kind: list[str] | None = None,
    promised: bool | None = None,  # noqa: FBT001 -- asked by name
    first: int = 20,
    after: str | None = None,
) -> Connection[TranslationGap]:
    if not 0 <= first <= LONGEST:
        raise TooLong(longest=LONGEST)
    reading: Reading = info.context
    wanted = Wanted([each.value for each in language or ()], [each.value for each in state or ()], kind or (), promised)
    page: Any = await Translations(reading.pool, reading.principal).page(wanted, first, after)
    return page  # type: ignore[no-any-return]


def translations_field() -> Any:
    """The translator's list, in the schema."""
    told = "Texts that lack a language or have an outdated one; first what the public sees and is promised."
    return strawberry.field(resolver=_translations, description=told)
