"""What a template of reports is made of."""

from collections.abc import Hashable
from typing import Annotated

from pydantic import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Part

Name = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[a-z][a-z0-9]*([_.-][a-z0-9]+)*$")]
"""An indicator, a dimension or a question, as it is named for good."""
MOST_DIMENSIONS = 2
"""A table has rows and columns."""
Code = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[0-9A-Za-z][0-9A-Za-z_.:-]*$")]


class Narrowing(Part):
    """A dimension of which only some codes are counted."""

    dimension: Name
    codes: Annotated[tuple[Code, ...], Field(min_length=1, max_length=50)]


class AskedFigure(Part):
    """An indicator, the dimensions by which it is broken down, and what of it is counted."""

    code: Name
    by: Annotated[tuple[Name, ...], Field(max_length=MOST_DIMENSIONS)] = ()
    only: Annotated[tuple[Narrowing, ...], Field(max_length=8)] = ()

    @property
    def alike(self) -> Hashable:
        """What two of them share that ask for the same."""
        return self.code, self.by, tuple(sorted((each.dimension, each.codes) for each in self.only))


class Question(Part):
    """What a unit is asked to tell in its own words."""

    id: Name
    words: LocalizedText
    required: bool
