"""Feeds of one person: made, listed, revoked, and found by their secret."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.link_secrets import recognised_by
from korpu_partners.calendars.refusals import TooManyFeeds
from korpu_partners.calendars.tables import CalendarFeed

MOST_FEEDS = 5


async def feeds_of(uow: UnitOfWork) -> Sequence[CalendarFeed]:
    """The caller's living feeds, the oldest first; whoever looks has shown what they are today."""
    who = uow.principal
    proof = {
        "roles": sorted(who.own_roles),
        "units": sorted(who.units),
        "person_id": who.person_id,
        "proved_at": uow.now,
    }
    mine = (col(CalendarFeed.subject) == who.subject) & (col(CalendarFeed.expires_at) > uow.now)
    found = await uow.session.scalars(update(CalendarFeed).where(mine).values(proof).returning(CalendarFeed))
    return sorted(found, key=lambda feed: feed.created_at)


async def made(secret: str, language: str, label: str | None, expires_at: datetime, uow: UnitOfWork) -> CalendarFeed:
    """A new feed of the caller; those of theirs that have expired are forgotten."""
    who = uow.principal
    await uow.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(who.subject, 0))))
    expired = (col(CalendarFeed.subject) == who.subject) & (col(CalendarFeed.expires_at) <= uow.now)
    await uow.session.execute(delete(CalendarFeed).where(expired))
    if len(await feeds_of(uow)) >= MOST_FEEDS:
        raise TooManyFeeds(most=MOST_FEEDS)
    feed = CalendarFeed(
        subject=who.subject,
        person_id=who.person_id,
        roles=sorted(who.own_roles),
        units=sorted(who.units),
        proved_at=uow.now,
        label=label,
        language=language,
        secret_hash=recognised_by(secret),
        created_at=uow.now,
        expires_at=expires_at,
        counted_from=uow.now,
    )
    uow.session.add(feed)
    return feed


async def taken_from(whose: ColumnElement[bool], uow: UnitOfWork) -> int:
    """Take feeds away, and say how many there were."""
    gone = await uow.session.scalars(delete(CalendarFeed).where(whose).returning(col(CalendarFeed.id)))
    return len(gone.all())
