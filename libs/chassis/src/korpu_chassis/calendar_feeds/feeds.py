"""Feeds of one person: made, listed, revoked, and found by their secret as often as a program needs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, delete, func, select, update
from sqlmodel import col

from korpu_chassis.calendar_feeds.refusals import LookedTooOften, TooManyFeeds
from korpu_chassis.calendar_feeds.tables import CalendarFeedRecord
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.link_secrets import recognised_by
from korpu_chassis.refusals import NotFound

MOST_FEEDS = 5
MOST_LOOKS = 60
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class CalendarFeeds:
    """The feeds of one owner: in which table they are, below which address, and who ends those of another."""

    table: type[CalendarFeedRecord]
    owner: str
    ended_by: Role

    def link(self, secret: str) -> str:
        """The address at the gateway behind which a feed is read."""
        return f"/{self.owner}/calendars/{secret}.ics"

    async def of_caller(self, uow: UnitOfWork) -> Sequence[CalendarFeedRecord]:
        """The caller's living feeds, the oldest first; whoever looks has shown what they are today."""
        who, table = uow.principal, self.table
        proof = {
            "roles": sorted(who.own_roles),
            "units": sorted(who.units),
            "person_id": who.person_id,
            "proved_at": uow.now,
        }
        mine = (col(table.subject) == who.subject) & (col(table.expires_at) > uow.now)
        found = await uow.session.scalars(update(table).where(mine).values(proof).returning(table))
        return sorted(found, key=lambda feed: feed.created_at)

    async def made(
        self, secret: str, language: str, label: str | None, expires_at: datetime, uow: UnitOfWork
    ) -> CalendarFeedRecord:
        """A new feed of the caller; those of theirs that have expired are forgotten."""
        who, table = uow.principal, self.table
        await uow.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(who.subject, 0))))
        expired = (col(table.subject) == who.subject) & (col(table.expires_at) <= uow.now)
        await uow.session.execute(delete(table).where(expired))
        if len(await self.of_caller(uow)) >= MOST_FEEDS:
            raise TooManyFeeds(most=MOST_FEEDS)
        feed = table(
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

    async def take(self, whose: ColumnElement[bool], uow: UnitOfWork) -> int:
        """Take feeds away, and say how many there were."""
        gone = await uow.session.scalars(delete(self.table).where(whose).returning(col(self.table.id)))
        return len(gone.all())

    async def find(self, secret: str, uow: UnitOfWork) -> CalendarFeedRecord:
        """The living feed of this secret; unknown, revoked and expired ones are not there, all in the same way."""
        table: Any = self.table
        fresh = col(table.counted_from) <= uow.now - HOUR
        found = (
            update(table)
            .where(col(table.secret_hash) == recognised_by(secret), col(table.expires_at) > uow.now)
            .values(
                looks=case((fresh, 1), else_=col(table.looks) + 1),
                counted_from=case((fresh, uow.now), else_=col(table.counted_from)),
            )
            .returning(table)
        )
        feed: CalendarFeedRecord | None = (await uow.session.scalars(found)).first()
        if feed is None:
            raise NotFound("secret")
        if feed.looks > MOST_LOOKS:
            raise LookedTooOften("secret")
        return feed
