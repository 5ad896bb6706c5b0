"""Entries written as iCalendar (RFC 5545), whole days of the office, for any program that keeps days."""

import unicodedata
from collections.abc import Iterable
from datetime import UTC, timedelta

from icalendar import Alarm, Calendar, Event

from korpu_chassis.calendars.entry import Entry

PRODUCT = "-//Korpu//Korpu//AZ"
DOMAIN = "korpu.gdu.edu.az"
REFRESH = timedelta(hours=6)
NINE_ON_THE_DAY_BEFORE = timedelta(hours=-15)


def written(entries: Iterable[Entry], language: str, name: str, *, public: bool = False) -> bytes:
    """The calendar as a file; what is not in it any more vanishes from the reader's. A public one wakes nobody."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for entry in entries:
        calendar.add_component(_event(entry, language, public=public))
    return bytes(calendar.to_ical())


def _event(entry: Entry, language: str, *, public: bool) -> Event:
    event, summary = Event(), _writable(entry.summary(language))
    event.add("uid", f"{entry.key}@{DOMAIN}")
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.version - 1)
    event.add("dtstart", entry.starts.astimezone(UTC) if entry.starts else entry.day)
    event.add("dtend", entry.ends.astimezone(UTC) if entry.ends else entry.day + timedelta(days=1))
    event.add("summary", summary, parameters={"LANGUAGE": language})
    event.add("transp", "OPAQUE" if entry.starts else "TRANSPARENT")
    if entry.place:
        event.add("location", _writable(entry.place))
    if entry.cancelled:
        event.add("status", "CANCELLED")
    event.add("class", "PUBLIC" if public else "PRIVATE")
    if entry.link:
        event.add("url", entry.link)
    if not public:
        event.add_component(_alarm(summary))
    return event


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", NINE_ON_THE_DAY_BEFORE)
    return alarm


def _writable(text: str) -> str:
    """The text without what a line of a calendar cannot hold (RFC 5545, 3.3.11); breaks of any kind are line ends."""
    lines = "\n".join(text.splitlines())
    return "".join(each for each in lines if each == "\n" or unicodedata.category(each) not in {"Cc", "Cs"})
