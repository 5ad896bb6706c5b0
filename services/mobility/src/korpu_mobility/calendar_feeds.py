"""The secret links behind which people read the days of mobility that are theirs."""

from korpu_chassis.calendar_feeds.feeds import CalendarFeeds
from korpu_chassis.calendar_feeds.tables import CalendarFeedRecord
from korpu_mobility.permissions import HEAD
from korpu_mobility.tables import Table


class CalendarFeed(CalendarFeedRecord, Table, table=True):
    """A calendar feed of mobility."""

    __tablename__ = "calendar_feed"


calendar_feeds = CalendarFeeds(CalendarFeed, owner="mobility", ended_by=HEAD)
