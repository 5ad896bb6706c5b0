"""One day of a calendar, as an aggregate declares it; calendars know nothing else of aggregates."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import FALLBACK, LocalizedText
from korpu_chassis.identity.access_tokens import Principal


@dataclass(frozen=True)
class Entry:
    """A day on which something is due of a thing; `key` is the same for as long as it is the same entry."""

    key: str
    day: date
    words: Mapping[str, str]
    code: str
    title: LocalizedText | None
    version: int
    changed_at: datetime

    def summary(self, language: str) -> str:
        """What stands in the calendar, in this language."""
        said = next((self.words[each] for each in (language, *FALLBACK) if each in self.words), "")
        return " · ".join(part for part in (said, self.code, self.title.text(language) if self.title else "") if part)


Entries = Callable[[Principal, UnitOfWork], Awaitable[Sequence[Entry]]]
"""What an aggregate declares: the days of its things that this person looks after, and may still read."""
