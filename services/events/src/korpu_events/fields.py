"""Fields that several commands and parts share, each with its own limits."""

from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, AwareDatetime, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from korpu_chassis.commands.impact import Dependent
from korpu_chassis.i18n.text import Texts, fold
from korpu_chassis.refusals import wrong
from korpu_chassis.validation.codes import Text

LONGEST_TITLE = 200


def _in_reach(moment: datetime) -> datetime:
    if not 1900 <= moment.year <= 2200:  # noqa: PLR2004 -- the same reach as a day's
        raise wrong("date-out-of-range")
    return moment.astimezone(UTC)


def _short(texts: Texts) -> Texts:
    if any(len(words) > LONGEST_TITLE for words in texts.given().values()):
        raise PydanticCustomError("too-long", "The title is too long", {"limit": LONGEST_TITLE})
    return texts


def one_spelling(name: str) -> str:
    """A plate or a room as it is compared: 10-AA-123, 10 AA 123 and 10aa123 are one car."""
    return "".join(fold(name).split())


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise wrong("unknown-time-zone")
    return name


Title = Annotated[Texts, AfterValidator(_short)]
Moment = Annotated[AwareDatetime, AfterValidator(_in_reach)]
Line = Annotated[Text, Field(max_length=300)]
Unit = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
# Letters of Latin and Cyrillic with all their marks, ə among them: "Akt zalı", "10-AA-123".
_LETTERS = "0-9A-Za-z\u00c0-\u024f\u0259\u0400-\u04ff"
PlaceCode = Annotated[str, Field(min_length=1, max_length=40, pattern=f"^[{_LETTERS}][{_LETTERS} ./-]*$")]
TimeZone = Annotated[
    str,
    Field(max_length=60),
    AfterValidator(_known_zone),
    WithJsonSchema({"type": "string", "format": "time-zone", "maxLength": 60, "examples": ["Asia/Baku"]}),
]


class Touched(Dependent):
    """One thing that depends on a visit or an event, and how it stands when that is put off, or called off."""

    what: Annotated[str, Field(description="Which one: a department, a room, the number of a paper.")]
    people: Annotated[int | None, Field(description="How many people it concerns; a rush does not void a look.")] = None
    if_postponed: str
    if_cancelled: str

    @property
    def key(self) -> tuple[str, ...]:
        """Another room is another thing to look at; how many people there are is not."""
        return (*super().key, self.what)
