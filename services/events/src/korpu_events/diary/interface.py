"""What others may ask of the diary: names and hours come in, and the first to book wins."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import and_, delete, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.types import Text
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.diary.domain.needs import EntryKind, Need, Owner, clash, require_apart
from korpu_events.diary.refusals import AlreadyBooked
from korpu_events.diary.tables import Booking
from korpu_events.fields import Touched
from korpu_events.resources.interface import resources_spelled

__all__ = [
    "AlreadyBooked",
    "EntryKind",
    "Need",
    "Owner",
    "book",
    "book_as",
    "enter",
    "release",
    "touched_hours",
    "trips_of",
]


async def book(owner: Owner, needs: Sequence[Need], uow: UnitOfWork) -> None:
    """Let it occupy what it needs, and nothing else; raises `AlreadyBooked`, which names what was there first.

    Rooms and cars are taken by the name under which the office's list knows them, however they are spelled. Every name
    is locked until commit before it is looked up, always in the same order, so that of two who ask at once the second
    one sees the first. What it holds already is not asked for again.
    """
    language = uow.principal.language or "az"
    wanted = await _locked(needs, uow)
    require_apart(owner, wanted, language)
    held = {_hours(each) for each in await uow.find(Booking, col(Booking.owner_id) == owner.id)}
    await _require_free(owner, [each for each in wanted if _hours(each) not in held], uow, language)
    await _write(owner, wanted, uow)


async def enter(owner: Owner, needs: Sequence[Need], uow: UnitOfWork) -> None:
    """Let it occupy this and nothing else, whatever stands there: it was decided elsewhere."""
    await _write(owner, await _locked(needs, uow), uow)


async def release(owner_id: UUID, uow: UnitOfWork) -> None:
    """Free everything that it had taken."""
    await uow.session.execute(delete(Booking).where(col(Booking.owner_id) == owner_id))


async def touched_hours(owner_id: UUID, uow: UnitOfWork, *, postponed: str) -> list[Touched]:
    """The hours of people, rooms and cars that it has taken: free again when it is called off."""
    held = await uow.find(Booking, col(Booking.owner_id) == owner_id)
    return [_touched(each, postponed) for each in sorted(held, key=lambda each: (each.starts, each.taken))]


async def trips_of(owner_id: UUID, uow: UnitOfWork) -> dict[UUID, str]:
    """The codes of the trips with an order that belong to it."""
    belonging = await uow.find(Booking, col(Booking.part_of) == owner_id)
    return {each.owner_id: each.code for each in sorted(belonging, key=lambda each: each.code)}


async def book_as(name: str, spelled: Collection[str], uow: UnitOfWork) -> None:
    """Let what is booked under these spellings of a room or a car be booked under one name."""
    others = col(Booking.taken).in_(sorted({*spelled} - {name}))
    await uow.session.execute(update(Booking).where(others).values(taken=name))


async def _write(owner: Owner, needs: Sequence[Need], uow: UnitOfWork) -> None:
    await release(owner.id, uow)
    kept = {(each.item_id, each.taken): each for each in needs}
    rows = [
        {
            "owner_kind": owner.kind.value,
            "owner_id": owner.id,
            "part_of": owner.part_of,
            "code": owner.code,
            **{name: getattr(each, name) for name in ("item_id", "title", "taken", "starts", "ends")},
        }
        for each in kept.values()
    ]
    if rows:
        await uow.session.execute(insert(Booking), rows)


async def _locked(needs: Sequence[Need], uow: UnitOfWork) -> list[Need]:
    """Lock every name, and give each need by the name it is booked as; what is on the list by now is seen."""
    names = {each.taken for each in needs}
    before = await _booked_as(names, uow)
    await _lock_names(names | set(before.values()), uow)
    after = await _booked_as(names, uow)
    await _lock_names(set(after.values()) - set(before.values()), uow)
    return [each._replace(taken=after.get(each.taken, each.taken)) for each in needs]


async def _booked_as(names: Collection[str], uow: UnitOfWork) -> dict[str, str]:
    spelled = {(kind, rest) for kind, _, rest in (name.partition(":") for name in names) if kind != "person"}
    return {name: each.booked_as for name, each in (await resources_spelled(spelled, uow)).items()}


async def _lock_names(names: set[str], uow: UnitOfWork) -> None:
    if names:
        each = func.unnest(array(sorted(names), type_=ARRAY(Text))).column_valued("name")
        await uow.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(each, 0))))


async def _require_free(owner: Owner, needs: Sequence[Need], uow: UnitOfWork, language: str) -> None:
    if not needs:
        return
    wanted = [
        and_(col(Booking.taken) == need.taken, col(Booking.starts) < need.ends, col(Booking.ends) > need.starts)
        for need in needs
    ]
    apart = col(Booking.owner_id) != owner.id, col(Booking.part_of).is_distinct_from(owner.id)
    others = select(Booking).where(*apart, or_(*wanted))
    found = await uow.session.scalar(others.order_by(col(Booking.starts), col(Booking.item_id)).limit(1))
    if found is not None:
        need = next(each for each in needs if each.taken == found.taken)
        other = Owner(EntryKind(found.owner_kind), found.owner_id, found.code)
        raise clash(other, found.title, (found.starts, found.ends), need, language)


def _hours(one: Need | Booking) -> tuple[object, ...]:
    return one.item_id, one.taken, one.starts, one.ends


def _touched(booking: Booking, postponed: str) -> Touched:
    kind, _, what = booking.taken.partition(":")
    return Touched(
        kind=f"{kind}_booking",
        id=booking.item_id,
        what=what,
        status=f"booked from {booking.starts.isoformat()}",
        if_postponed=postponed,
        if_cancelled="released",
    )
