"""Finding a feed by its secret, as often as a program needs it."""

from datetime import timedelta

from sqlalchemy import case, update
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.link_secrets import recognised_by
from korpu_chassis.refusals import NotFound
from korpu_partners.calendars.refusals import LookedTooOften
from korpu_partners.calendars.tables import CalendarFeed

MOST_LOOKS = 60
HOUR = timedelta(hours=1)


async def find_feed(secret: str, uow: UnitOfWork) -> CalendarFeed:
    """The living feed of this secret; unknown, revoked and expired ones are not there, all in the same way."""
    fresh = col(CalendarFeed.counted_from) <= uow.now - HOUR
    found = (
        update(CalendarFeed)
        .where(col(CalendarFeed.secret_hash) == recognised_by(secret), col(CalendarFeed.expires_at) > uow.now)
        .values(
            looks=case((fresh, 1), else_=col(CalendarFeed.looks) + 1),
            counted_from=case((fresh, uow.now), else_=col(CalendarFeed.counted_from)),
        )
        .returning(CalendarFeed)
    )
    feed: CalendarFeed | None = (await uow.session.scalars(found)).first()
    if feed is None:
        raise NotFound("secret")
    if feed.looks > MOST_LOOKS:
        raise LookedTooOften("secret")
    return feed
