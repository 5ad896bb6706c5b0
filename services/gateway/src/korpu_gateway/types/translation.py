"""The translator's list as the portal sees it: which text wants which language, and what mends it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types.arguments import StrawberryArgument
from strawberry.utils.str_converters import to_camel_case
from typing_extensions import override

from korpu_gateway.readmodel.translations import Translations, Wanted
from korpu_gateway.reads.arguments import spelled
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import Uncompiled, argument, sourced
from korpu_gateway.reads.filters import Direction
from korpu_gateway.reads.identity import global_id, identity_of_any
from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.reads.listing import LONGEST
from korpu_gateway.reads.refused import TooLong
from korpu_gateway.types.lists.translation import (
    TranslationFilter,
    TranslationOrder,
    TranslationOrderKey,
    TranslationState,
)
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import Language

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


class Of(Uncompiled):
    """What a function makes of one gap, or of one total; it may name a field or a kind of the schema."""

    def __init__(self, function: Callable[[Any], Any], *, names: bool = False) -> None:
        self._function = function
        self.names = names

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return self._function(value)


class Thing(Uncompiled):
    """The thing that a gap is in, as it is now."""

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return reading.loaders.one(value.kind, "id", "uuid").load(str(value.id))


class Gaps(Uncompiled):
    """The translator's list, under the permissions of whoever asks."""

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [
            argument("first", int, default=20),
            argument("after", str | None),
            argument("filter", TranslationFilter | None),
            argument("order_by", TranslationOrder | None),
        ]

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        if not 0 <= given["first"] <= LONGEST:
            raise TooLong(longest=LONGEST)
        order = given["orderBy"] or {}
        wanted = replace(
            wanted_of(given["filter"]),
            by_age=order.get("by") is TranslationOrderKey.SINCE,
            descending=order.get("direction") is Direction.DESC,
        )
        found = Translations(reading.pool, reading.principal)
        return await found.page(wanted, given["first"], given["after"])


def wanted_of(given: Mapping[str, Any] | None) -> Wanted:
    """The gaps that a filter wants."""
    asked = {name: spelled(value) for name, value in (given or {}).items()}
    things = asked.get("of")
    return Wanted(
        languages=asked.get("language"),
        states=asked.get("state"),
        kinds=asked.get("kind"),
        units=asked.get("unit"),
        ids=None if things is None else [identity_of_any(each) for each in things],
        promised=asked.get("promised"),
    )


def of(function: Callable[[Any], Any], description: str | None = None, *, names: bool = False) -> Any:
    """A field that is a function of a gap; if it names a field or a kind, a file says what that is called."""
    return sourced(Of(function, names=names), description)


@part
class TranslationGap:
    """One language that one text of a thing wants."""

    node_id: strawberry.ID = of(lambda gap: global_id(gap.kind, gap.id), "The thing's global id.")
    node: Node | None = sourced(Thing(), "The thing as it is now.")
    kind: str = of(lambda gap: gap.kind, "What the thing is, as in `agreement`.", names=True)
    code: str = of(lambda gap: gap.code, "The thing's code.")
    field: str = of(lambda gap: to_camel_case(gap.field), "Which text: a field of the thing.", names=True)
    part: str | None = of(lambda gap: gap.part, "Which of several, by its id or number.")
    language: Language = of(lambda gap: Language(gap.language), "The language that is wanted.")
    state: TranslationState = of(lambda gap: TranslationState(gap.state))
    original: Language = of(lambda gap: Language(gap.text["original"]))
    original_text: str | None = of(lambda gap: gap.words(gap.text["original"]).get("text"), "What is to be translated.")
    revision: int = of(lambda gap: gap.text["revision"], "The revision of the original.")
    text: str | None = of(lambda gap: gap.words(gap.language).get("text"), "What stands in the language now.")
    follows: int | None = of(lambda gap: gap.words(gap.language).get("revision"), "The revision that it follows.")
    since: datetime = of(lambda gap: gap.since.isoformat(), "Since when it is wanted.")
    public: bool = of(lambda gap: gap.public, "Whether everybody sees the text.")
    promised: bool = of(lambda gap: gap.promised, "Whether the office promises this language for it.")
    mutation: str = of(lambda gap: f"translate{KINDS[gap.kind].shown.__name__}", "What mends it.")


def translations_field() -> Any:
    """The translator's list, in the schema."""
    told = "Texts that lack a language or have an outdated one; first what the public sees and is promised."
    return sourced(Gaps(), told)
