"""How much each language wants, as the portal sees it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types.arguments import StrawberryArgument
from typing_extensions import override

from korpu_gateway.readmodel.translations import Translations
from korpu_gateway.reads.fields import Uncompiled, argument, sourced
from korpu_gateway.reads.kinds import TYPES
from korpu_gateway.types.lists.translation import TranslationFilter
from korpu_gateway.types.translation import of, wanted_of
from korpu_gateway.types.values import Language

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


class Totals(Uncompiled):
    """How much each language wants."""

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [argument("filter", TranslationFilter | None)]

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return await Translations(reading.pool, reading.principal).totals(wanted_of(given["filter"]))


@strawberry.type(description="How many texts want one language.")
class TranslationTotal:
    """How many texts want one language."""

    language: Language = of(lambda total: Language(total.language))
    missing: int = of(lambda total: total.missing, "It is not there.")
    outdated: int = of(lambda total: total.outdated, "It follows an older original.")
    promised: int = of(lambda total: total.promised, "How many of both the public sees and is promised.")


TYPES["TranslationTotal"] = TranslationTotal


def translation_totals_field() -> Any:
    """How much each language wants, in the schema."""
    return sourced(Totals(), "How many texts want each language, under the same filter as the list.")
