"""Entries written as iCalendar (RFC 5545), whole days of the office, for any program that keeps days."""

import unicodedata
from collections.abc import Iterable
from datetime import timedelta

from icalendar import Alarm, Calendar, Event

from korpu_partners.calendars.entry import Entry

PRODUCT = "-//Ganja State University//Korpu//AZ"
DOMAIN = "korpu.gdu.edu.az"
REFRESH = timedelta(hours=6)
NINE_ON_THE_DAY_BEFORE = timedelta(hours=-15)
NAMES = {
    "az": "Körpü: müddətlər",
    "en": "Körpü: deadlines",
    "ru": "Körpü: сроки",
    "de": "Körpü: Fristen",
    "fr": "Körpü : échéances",
}


def written(entries: Iterable[Entry], language: str) -> bytes:
    """The calendar as a file; what is not in it any more vanishes from the reader's."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", NAMES[language])
    calendar.add("x-wr-calname", NAMES[language])
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for entry in entries:
        calendar.add_component(_event(entry, language))
    return bytes(calendar.to_ical())


def _event(entry: Entry, language: str) -> Event:
    event, summary = Event(), _writable(entry.summary(language))
    event.add("uid", f"{entry.key}@{DOMAIN}")
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.version - 1)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", summary, parameters={"LANGUAGE": language})
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", NINE_ON_THE_DAY_BEFORE)
    event.add_component(alarm)
    return event


def _writable(text: str) -> str:
    """The text without what a line of a calendar cannot hold (RFC 5545, 3.3.11); breaks of any kind are line ends."""
    lines = "\n".join(text.splitlines())
    return "".join(each for each in lines if each == "\n" or unicodedata.category(each) not in {"Cc", "Cs"})
