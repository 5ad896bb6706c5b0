"""The life of an event: when it may be announced, opened for registration, and counted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from korpu_chassis.i18n.text import LocalizedText
from korpu_events.events.parts import DelegateCount
from korpu_events.events.refusals.course import (
    CountryCountedTwice,
    EventBackwards,
    EventIsOver,
    EventPlaceMissing,
    EventTextsMissing,
    RegistrationEndsTooLate,
    RegistrationTimeOver,
)

PROMISED = ("az", "en")


class Announced(Protocol):
    """What an announcement says."""

    @property
    def title(self) -> LocalizedText:
        """What it is called."""

    @property
    def summary(self) -> LocalizedText:
        """What it is about."""

    @property
    def place(self) -> str | None:
        """Where it takes place."""

    @property
    def online_link(self) -> str | None:
        """How one takes part from elsewhere."""


def require_texts(event: Announced) -> None:
    """Title and summary are there in both promised languages, and follow the original."""
    for text in (event.title, event.summary):
        current = set(text.texts) - set(text.outdated())
        if not current.issuperset(PROMISED):
            raise EventTextsMissing


def require_place(event: Announced) -> None:
    """People know where to go, or how to take part from elsewhere."""
    if not event.place and not event.online_link:
        raise EventPlaceMissing


def require_hours(starts: datetime, ends: datetime, registration_closes: datetime | None) -> None:
    """It lasts some time, and registration closes before it is over."""
    if ends <= starts:
        raise EventBackwards("ends")
    if registration_closes is not None and registration_closes > ends:
        raise RegistrationEndsTooLate("registration_closes")


def require_ahead(ends: datetime, now: datetime, path: str | None = None) -> None:
    """It is not over yet."""
    if ends <= now:
        raise EventIsOver(path)


def require_time_to_register(closes: datetime, now: datetime) -> None:
    """Registration can still be used."""
    if closes <= now:
        raise RegistrationTimeOver


def require_each_country_once(delegates: Sequence[DelegateCount]) -> None:
    """The delegates of a country are one number."""
    seen: set[str] = set()
    for place, each in enumerate(delegates):
        if each.country in seen:
            raise CountryCountedTwice(f"delegates.{place}.country", country=each.country)
        seen.add(each.country)
