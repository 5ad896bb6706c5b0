"""What the codes of cells are called in a language: words of the office, countries, partners."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from babel import Locale

from korpu_gateway.exports.vocabulary import word
from korpu_gateway.indicators.definitions import Dimension, words
from korpu_gateway.indicators.engine import Cell
from korpu_gateway.readmodel.pool import ReadingPool

PARTNERS = """SELECT id::text, coalesce(doc->'_'->'name'->>$2, doc->>'code') AS name
    FROM organisation WHERE id = ANY($1::text[]::uuid[])"""


@dataclass(frozen=True)
class Names:
    """Names for the codes of some cells."""

    language: str
    partners: Mapping[str, str]

    @classmethod
    async def of(cls, pool: ReadingPool, cells: Sequence[Cell], language: str) -> Self:
        """What is needed to name these cells."""
        wanted = {
            code
            for each in cells
            for dimension, code in each.at.items()
            if code is not None and dimension.through == "partner"
        }
        found = await pool.fetch(PARTNERS, sorted(wanted), language) if wanted else []
        return cls(language, {row["id"]: row["name"] for row in found})

    def said(self, dimension: Dimension, code: str | None) -> str:
        """What a code is called; a code that has no name is its own."""
        if code is None:
            return words()["codes"]["unknown"][self.language]
        if dimension.words:
            return word(dimension.words, code, self.language)
        if dimension.code == "country":
            return _countries(self.language).get(code, code)
        return self.partners.get(code, code)


@cache
def _countries(language: str) -> Mapping[str, str]:
    return {code: str(name) for code, name in Locale(language).territories.items()}
