"""What a feed says of itself: when its owner has to sign in again, so that it goes on."""

from collections.abc import Iterator
from datetime import timedelta

from korpu_chassis.calendar_feeds.tables import CalendarFeedRecord
from korpu_chassis.calendars.entry import Entry
from korpu_chassis.clock import BAKU, start_of_day
from korpu_chassis.commands.unit_of_work import UnitOfWork

TOLD_BEFORE = timedelta(days=7)
PROVE = {
    "az": "Bu təqvim üçün portala daxil olun və təqvim keçidlərinizə baxın",
    "en": "Sign in at the portal and look at your calendar links, so that this calendar goes on",
    "ru": "Войдите на портал и откройте свои ссылки на календарь, чтобы он продолжался",
    "de": "Im Portal anmelden und die eigenen Kalenderlinks ansehen, damit dieser Kalender weiterläuft",
    "fr": "Connectez-vous au portail et ouvrez vos liens de calendrier pour que celui-ci continue",
}


def is_silent(feed: CalendarFeedRecord, uow: UnitOfWork) -> bool:
    """Whether nobody knows any more what its owner may read."""
    return feed.proved_until <= uow.now


def reminder(feed: CalendarFeedRecord, uow: UnitOfWork) -> Iterator[Entry]:
    """The day on which the feed falls silent, in time; afterwards today, for as long as it is silent."""
    if feed.proved_until - TOLD_BEFORE > uow.now:
        return
    silent = is_silent(feed, uow)
    day = uow.today if silent else feed.proved_until.astimezone(BAKU).date()
    version = (uow.now - feed.created_at).days + 1
    changed = start_of_day(uow.today) if silent else feed.proved_at
    yield Entry(f"calendar-{feed.id}-proof", day, PROVE, "", None, version, changed)
