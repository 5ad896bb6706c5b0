"""Guest links of one service: opened once, looked at for as long as they hold, and answered a single time."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import MetaData, Row, case, insert, select, update
from uuid_utils.compat import uuid7

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.state import Fact
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.guest_links.tables import guest_link_table
from korpu_chassis.identity.access_tokens import GUEST, Principal
from korpu_chassis.identity.caller_limits import TooManyRequests
from korpu_chassis.identity.link_secrets import new_secret, recognised_by
from korpu_chassis.persistence.store import Aggregate
from korpu_chassis.refusals import NotFound

MOST_LOOKS = 60
HOUR = timedelta(hours=1)
A = TypeVar("A", bound=Aggregate)
Link = Row[Any]


@dataclass(frozen=True)
class Guests(Generic[A]):
    """What an aggregate lets guests do; declared once, by its service.

    `content` is what a link is bound to, or None when nothing waits for an answer: a link of another content is not
    there any more. `shows` is all that a guest sees, `about` the persons under whom each look is written down.
    `accepts` and `rejects` are given the aggregate locked, with what is always locked before it; they emit what
    happened. `invites` refuses a side that needs no link. `goes_on` says until when whoever has accepted goes on by a
    further link, which the answer tells them; None when there is nothing more to see.
    """

    definition: AggregateDefinition[A]
    who: tuple[Role, ...]
    content: Callable[[A], str | None]
    about: Callable[[A], Sequence[UUID]]
    shows: Callable[[A, UnitOfWork], Awaitable[Mapping[str, Any]]]
    invites: Callable[[A, str], None]
    opened: Callable[[str], Fact]
    revoked: Callable[[str], Fact]
    accepts: Callable[[A, str, UnitOfWork], Awaitable[None]]
    rejects: Callable[[A, str, str, UnitOfWork], Awaitable[None]]
    goes_on: Callable[[A, UnitOfWork], Awaitable[datetime | None]] | None = None
    spent: bool = True
    """Whether an answer ends the link; where it does not, the aggregate's own rule refuses what is said twice."""


class GuestLinks:
    """The links of a service; its aggregates say in one declaration each what guests may do with their things."""

    def __init__(self, metadata: MetaData) -> None:
        self.table = guest_link_table(metadata)
        self._kinds: dict[str, Guests[Any]] = {}

    def let_in(self, guests: Guests[Any]) -> None:
        """Let guests see and answer the things of an aggregate."""
        self._kinds[guests.definition.name] = guests

    def kind(self, name: str) -> Guests[Any]:
        """What guests may do with things of this kind; of others there are no links."""
        if name not in self._kinds:
            raise NotFound("kind")
        return self._kinds[name]

    async def open(self, kind: str, thing: UUID, side: str, days: int, uow: UnitOfWork) -> tuple[Link, str]:
        """A new link with its secret, which is told this once; the thing says that it was opened, and to whom."""
        guests = self.kind(kind)
        aggregate = await self._permitted(guests, thing, uow)
        guests.invites(aggregate, side)
        made, secret = await self._made(guests, aggregate, side, end_of_day(uow.today + timedelta(days=days)), uow)
        await uow.emit(aggregate, guests.opened(side))
        return made, secret

    async def issue(self, kind: str, thing: Aggregate, side: str, days: int, uow: UnitOfWork) -> str:
        """The secret of a new link for whoever has just made the thing as a guest; nobody else had to allow it."""
        until = end_of_day(uow.today + timedelta(days=days))
        return (await self._made(self.kind(kind), thing, side, until, uow))[1]

    async def of(self, kind: str, thing: UUID, uow: UnitOfWork) -> Sequence[Link]:
        """All links of a thing, the newest first; they show no secret."""
        guests = self.kind(kind)
        aggregate = await uow.session.get(guests.definition.table, thing)
        if aggregate is None or not any(role.admits(uow.principal, aggregate) for role in guests.who):
            raise NotFound("thing")
        rows = select(self.table).where(self.table.c.thing == thing).order_by(self.table.c.id.desc())
        return (await uow.session.execute(rows)).all()

    async def revoke(self, id: UUID, uow: UnitOfWork) -> None:
        """End a link at once; one that is over already is not there."""
        found = (await uow.session.execute(select(self.table).where(self.table.c.id == id))).first()
        if found is None:
            raise NotFound("id")
        guests = self.kind(found.kind)
        aggregate = await self._permitted(guests, found.thing, uow)
        if await self._end(self.table.c.id == id, uow, revoked_at=uow.now) == 0:
            raise NotFound("id")
        await uow.emit(aggregate, guests.revoked(found.side))

    async def forget(self, thing: UUID, uow: UnitOfWork) -> None:
        """End all links of a thing, because what they show is no more."""
        await self._end(self.table.c.thing == thing, uow, revoked_at=uow.now)

    async def look(self, secret: str, uow: UnitOfWork) -> tuple[Link, Aggregate]:
        """The living link of this secret with its thing; every look is counted.

        Unknown, expired, revoked and answered links, and those of what was changed since, are not there, in one way:
        one statement finds a row or none, by a digest from which nothing can be tried out.
        """
        fresh = self.table.c.counted_from <= uow.now - HOUR
        counted = (
            update(self.table)
            .where(self.table.c.secret_hash == recognised_by(secret), *self._holding(uow))
            .values(
                looks=case((fresh, 1), else_=self.table.c.looks + 1),
                counted_from=case((fresh, uow.now), else_=self.table.c.counted_from),
            )
            .returning(self.table)
        )
        link = (await uow.session.execute(counted)).first()
        if link is None:
            raise NotFound("secret")
        if link.looks > MOST_LOOKS:
            raise TooManyRequests(retry_after=int(HOUR.total_seconds()))
        guests = self.kind(link.kind)
        thing = await uow.session.get(guests.definition.table, link.thing)
        if thing is None or guests.content(thing) != link.content:
            raise NotFound("secret")
        return link, thing

    async def answer(self, link: Link, comment: str | None, uow: UnitOfWork) -> tuple[Aggregate, str | None]:
        """Accept what the link is bound to, or reject it with a comment; of two answers the second finds no link.

        With the thing comes the secret of the further link, if whoever accepted goes on by one.
        """
        guests = self.kind(link.kind)
        thing: Aggregate = await uow.take(guests.definition.table, link.thing)
        over = guests.content(thing) != link.content
        if over or not await self._counts(link, guests, uow):
            raise NotFound("secret")
        if comment is not None:
            await guests.rejects(thing, link.side, comment, uow)
            return thing, None
        await guests.accepts(thing, link.side, uow)
        until = await guests.goes_on(thing, uow) if guests.goes_on else None
        if until is None or guests.content(thing) is None:
            return thing, None
        _, secret = await self._made(guests, thing, link.side, until, uow)
        return thing, secret

    async def _made(
        self, guests: Guests[Any], thing: Aggregate, side: str, until: datetime, uow: UnitOfWork
    ) -> tuple[Link, str]:
        secret = new_secret()
        row = {
            "id": uuid7(),
            "secret_hash": recognised_by(secret),
            "kind": guests.definition.name,
            "thing": thing.id,
            "content": guests.content(thing),
            "side": side,
            "opened_by": uow.principal.subject,
            "opened_at": uow.now,
            "expires_at": until,
            "looks": 0,
            "counted_from": uow.now,
        }
        return (await uow.session.execute(insert(self.table).values(row).returning(self.table))).one(), secret

    async def _counts(self, link: Link, guests: Guests[Any], uow: UnitOfWork) -> bool:
        """Whether the link still holds, now that its thing is held; it is spent by that, where answers spend it."""
        if guests.spent:
            return await self._end(self.table.c.id == link.id, uow, acted_at=uow.now) > 0
        held = select(self.table.c.id).where(self.table.c.id == link.id, *self._holding(uow)).with_for_update()
        return (await uow.session.execute(held)).first() is not None

    async def _permitted(self, guests: Guests[Any], thing: UUID, uow: UnitOfWork) -> Aggregate:
        aggregate: Aggregate = await uow.take(guests.definition.table, thing)
        if not any(role.admits(uow.principal, aggregate) for role in guests.who):
            raise NotFound("thing")
        return aggregate

    async def _end(self, which: Any, uow: UnitOfWork, **when: datetime) -> int:
        ended = update(self.table).where(which, *self._holding(uow)).values(**when).returning(self.table.c.id)
        return len((await uow.session.execute(ended)).all())

    def _holding(self, uow: UnitOfWork) -> tuple[Any, ...]:
        columns = self.table.c
        return columns.expires_at > uow.now, columns.revoked_at.is_(None), columns.acted_at.is_(None)


def guest(link: Link) -> Principal:
    """Who acts by a link: audit and access log name the link, which names who opened it and for whom."""
    return Principal(subject=f"{GUEST}{link.id}")
