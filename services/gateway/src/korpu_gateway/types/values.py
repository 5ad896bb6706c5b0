"""Values that many things hold: texts in several languages, money, days."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any
from uuid import UUID

import strawberry
from graphql import GraphQLError
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.scalar import ScalarDefinition
from typing_extensions import override

from korpu_chassis.i18n.text import FALLBACK, LANGUAGES
from korpu_gateway.reads.arguments import known
from korpu_gateway.reads.declared import part, words
from korpu_gateway.reads.fields import Site, Source, argument, at, computed, same_for_all, sourced
from korpu_gateway.reads.kinds import TYPES
from korpu_gateway.reads.leaves import finished, json_at

if TYPE_CHECKING:
    from korpu_gateway.reads.fields import Asking
    from korpu_gateway.reads.reading import Reading


MOST_DIGITS = 40


def _scalar(name: str, parse: Any, description: str) -> ScalarDefinition:
    def parsed(given: object) -> object:
        try:
            return parse(given)
        except (ValueError, TypeError, AttributeError, ArithmeticError):
            raise GraphQLError(f"Not a {name}. {description}") from None

    return strawberry.scalar(name=name, serialize=str, parse_value=parsed, description=description)


def _instant(given: str) -> datetime:
    """An instant that every part of the system can tell in UTC; without an offset it is in UTC already."""
    said = datetime.fromisoformat(given)
    return (said if said.tzinfo else said.replace(tzinfo=UTC)).astimezone(UTC)


def _number(given: object) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        raise TypeError
    number = Decimal(str(given))
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS or len(str(given)) > MOST_DIGITS:
        raise ValueError
    return number


def _day(given: str) -> date:
    if len(given) != len("2026-11-23"):
        raise ValueError
    return date.fromisoformat(given)


SCALARS: dict[object, Any] = {
    date: _scalar("Date", _day, "A day, as in 2026-11-23."),
    datetime: _scalar("DateTime", _instant, "An instant, in UTC."),
    UUID: _scalar("UUID", UUID, "An id inside one service."),
    Decimal: _scalar("Decimal", _number, "A number with all its digits, as text; it may be sent as a number."),
}


@words
class Language(Enum):
    """The languages of the office."""

    AZ = "az"
    EN = "en"
    RU = "ru"
    DE = "de"
    FR = "fr"


TYPES["Language"] = Language


class Spoken(Source):
    """The words in the language asked for, else the caller's, Azerbaijani, English, Russian, the original's."""

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [argument("lang", "Language | None")]

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        texts = value["texts"]
        for language in self._candidates(reading.language, given):
            if held := texts.get(language):
                return held["text"]
        return (texts.get(value["original"]) or {}).get("text")

    @override
    def sql(self, site: Site) -> str:
        texts = json_at(site.base, ("texts",))
        candidates = [
            f"({json_at(texts, (language, 'text'))})::text"
            for language in self._candidates(site.compiler.language, site.arguments)
        ]
        original = f"({texts}->({site.base}->>'original')->'text')::text"
        return finished(site.type, f"coalesce({','.join((*candidates, original))})")

    @staticmethod
    def _candidates(language: str, given: Mapping[str, Any]) -> tuple[str, ...]:
        asked = known(given["lang"])
        return tuple(dict.fromkeys((asked.value if asked else language, *FALLBACK)))


@same_for_all
def _outdated(asking: "Asking", revision: int, texts: dict[str, Any]) -> list[Language]:
    return [Language(each) for each in LANGUAGES if each in texts and texts[each]["revision"] < revision]


@same_for_all
def _languages(asking: "Asking", texts: dict[str, Any]) -> list[Language]:
    return [Language(each) for each in LANGUAGES if each in texts]


@part
class LocalizedText:
    """A text in several languages."""

    text: str = sourced(Spoken(), description="In this language, else the caller's, else az, en, ru, the original.")
    original: Language = at()
    revision: int = at()
    languages: list[Language] = computed(_languages, "texts")
    outdated: list[Language] = computed(_outdated, "revision", "texts")


@part
class Money:
    """An amount of money in a currency (ISO 4217)."""

    amount: Decimal = at()
    currency: str = at()


def in_all_languages(text: Mapping[str, Any] | None) -> tuple[str, ...]:
    """The words of a localized text in every language that it has, for search."""
    return tuple(each["text"] for each in text["texts"].values()) if text else ()


def spoken(text: Mapping[str, Any] | None) -> str:
    """The words under which lists sort a localized text: Azerbaijani if it has them."""
    if not text:
        return ""
    texts = text["texts"]
    return next((texts[each]["text"] for each in (*FALLBACK, text["original"]) if each in texts), "")
