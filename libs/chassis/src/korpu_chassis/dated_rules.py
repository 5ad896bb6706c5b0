"""Rules that change: each form holds from a day on and names its source; the release brings some, the operator more.

`KORPU_RULES` is a file with a table for each service: `[[bakery.opening]]` is one more form of that service's rule.
"""

import tomllib
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Final, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, FilePath, TypeAdapter, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from korpu_chassis.configuration.setting_files import PREFIX
from korpu_chassis.stopping import Stopping

FILE: Final = "rules.toml"
"""Beside the aggregate: the forms that the release knows."""


class Rule(BaseModel):
    """One form of a rule: what holds from a day on, and who says so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    since: date
    source: Annotated[str, Field(min_length=1)]

    @property
    def about(self) -> Hashable:
        """What it is a rule for, where there is one for each of several: the later form of the same replaces it."""
        return None


class Ladder(Rule):
    """So many days before or after a day somebody is reminded of it."""

    days: Annotated[tuple[Annotated[int, Field(ge=0, le=3_660)], ...], Field(min_length=1)]


class WorkingDays(Rule):
    """So many working days."""

    working_days: Annotated[int, Field(ge=0, le=366)]


class Given(BaseSettings):
    """Where the operator's forms are."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    rules: FilePath | None = None


R = TypeVar("R", bound=Rule)


class Rulebook(Generic[R]):
    """All forms of one rule of a service, those of the release and those of the operator."""

    books: "dict[str, Rulebook[Any]]" = {}

    def __init__(self, name: str, kind: type[R], package: str) -> None:
        self.name = name
        self._kind = kind
        self._package = package
        self._forms: tuple[R, ...] | None = None
        if name in self.books:
            raise ValueError(f"the rule {name} is declared twice")
        self.books[name] = self

    def forms(self) -> tuple[R, ...]:
        """Every form, the latest first; `Stopping` when the operator's cannot be read."""
        if self._forms is None:
            service, _, name = self.name.partition(".")
            known = released(self._package).get(name, [])
            further = operators().get(service, {}).get(name, [])
            try:
                forms = TypeAdapter(list[self._kind]).validate_python([*known, *further])  # type: ignore[name-defined]
            except ValidationError as wrong:
                raise Stopping(f"the rule {self.name} cannot be read: {wrong}") from None
            self._forms = tuple(sorted(forms, key=lambda form: form.since, reverse=True))
        return self._forms

    def on(self, day: date, about: Hashable = None) -> R | None:
        """The form that holds on a day; of two of one day the operator's, which is read last."""
        holding = [form for form in self.forms() if form.about == about and form.since <= day]
        return max(reversed(holding), key=lambda form: form.since) if holding else None

    def holding(self, day: date) -> R:
        """The form that holds on a day, where the release knows one; on a day before all of them the first."""
        return self.on(day) or self.forms()[-1]

    def forget(self) -> None:
        """Read anew when asked next."""
        self._forms = None
        operators.cache_clear()


def rungs(day: date, ladders: Sequence[Ladder], *, after: bool = False) -> Iterator[tuple[int, date]]:
    """How many days before (or after) a day one is reminded, and on which day; the farthest from it first.

    Each reminder is one of the ladder that holds on the day on which it is said.
    """
    for days in sorted({days for ladder in ladders for days in ladder.days}, reverse=not after):
        said = day + timedelta(days=days if after else -days)
        holding = next((ladder for ladder in ladders if ladder.since <= said), None)
        if holding and days in holding.days:
            yield days, said


async def check_rules() -> None:
    """End the start when the operator's rules cannot be read, or name one that is not known here."""
    services = {name.partition(".")[0] for name in Rulebook.books}
    unknown = [
        f"{service}.{name}"
        for service in services
        for name in operators().get(service, {})
        if f"{service}.{name}" not in Rulebook.books
    ]
    if unknown:
        raise Stopping(f"{PREFIX}RULES names rules that are not known: {', '.join(sorted(unknown))}")
    for book in Rulebook.books.values():
        book.forms()


@cache
def operators() -> Mapping[str, Mapping[str, Any]]:
    """What the operator gives, by service and rule."""
    try:
        given = Given().rules
        read = _read(given.read_text("utf-8")) if given else {}
        return TypeAdapter(dict[str, dict[str, list[dict[str, Any]]]]).validate_python(read)
    except (ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as wrong:
        raise Stopping(f"{PREFIX}RULES names no file with rules: {wrong}") from None


@cache
def released(package: str) -> Mapping[str, Any]:
    """What the release knows, by rule."""
    return _read(files(package).joinpath(FILE).read_text("utf-8"))


def _read(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)
