"""One day of a calendar, as an aggregate declares it; calendars know nothing else of aggregates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from korpu_chassis.i18n.text import FALLBACK, LocalizedText


@dataclass(frozen=True)
class Entry:
    """A day on which something is due of a thing; `key` is the same for as long as it is the same entry.

    With `starts` and `ends` it takes that time, and not the whole day; who is called off is told so.
    """

    key: str
    day: date
    words: Mapping[str, str]
    code: str
    title: LocalizedText | None
    version: int
    changed_at: datetime
    link: str | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    place: str | None = None
    cancelled: bool = False

    def summary(self, language: str) -> str:
        """What stands in the calendar, in this language."""
        said = next((self.words[each] for each in (language, *FALLBACK) if each in self.words), "")
        return " · ".join(part for part in (said, self.code, self.title.text(language) if self.title else "") if part)
