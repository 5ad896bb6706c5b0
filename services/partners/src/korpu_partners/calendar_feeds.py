"""The secret links behind which people read the days of partners that are theirs."""

from korpu_chassis.calendar_feeds.feeds import CalendarFeeds
from korpu_chassis.calendar_feeds.tables import CalendarFeedRecord
from korpu_partners.permissions import HEAD
from korpu_partners.tables import Table


class CalendarFeed(CalendarFeedRecord, Table, table=True):
    """A calendar feed of partners."""

    __tablename__ = "calendar_feed"


calendar_feeds = CalendarFeeds(CalendarFeed, owner="partners", ended_by=HEAD)
