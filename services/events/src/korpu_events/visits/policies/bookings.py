"""Who and what is taken when, across all visits; two visits never get the same hour of the same person or room."""

from sqlalchemy import and_, delete, func, insert, or_, select
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.types import Text

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.resources.interface import resources_spelled
from korpu_events.visits.domain.programme import clash, item_of, occupied, require_no_double_booking, spelled
from korpu_events.visits.parts import ProgrammeItem
from korpu_events.visits.tables import Booking, Visit


async def book(visit: Visit, programme: tuple[ProgrammeItem, ...], uow: UnitOfWork) -> None:
    """Let the visit occupy what this programme needs, and nothing else; the first to book wins.

    Every name is locked until commit before it is looked up, always in the same order, so that of two visits that ask
    at once the second one sees the first.
    """
    language = uow.principal.language or "az"
    booked_as = await _locked(programme, uow)
    require_no_double_booking(visit.code, programme, language, booked_as)
    needs = [(item, taken, path) for item in programme for taken, path in occupied(item, booked_as).items()]
    await _require_free(visit, needs, uow, language)
    await release(visit, uow)
    if needs:
        rows = [
            {"item_id": item.id, "taken": taken, "visit_id": visit.id, "starts": item.starts, "ends": item.ends}
            for item, taken, _ in needs
        ]
        await uow.session.execute(insert(Booking), rows)
    visit.programme = programme


async def release(visit: Visit, uow: UnitOfWork) -> None:
    """Free everything that the visit had taken."""
    await uow.session.execute(delete(Booking).where(Booking.visit_id == visit.id))  # type: ignore[arg-type]


async def _locked(programme: tuple[ProgrammeItem, ...], uow: UnitOfWork) -> dict[str, str]:
    """Lock every name, and give what rooms and cars are booked as; one that came onto the list meanwhile is seen."""
    names = {taken for item in programme for taken in occupied(item)}
    before = await _booked_as(programme, uow)
    await _lock_names(names | set(before.values()), uow)
    after = await _booked_as(programme, uow)
    await _lock_names(set(after.values()) - set(before.values()), uow)
    return after


async def _booked_as(programme: tuple[ProgrammeItem, ...], uow: UnitOfWork) -> dict[str, str]:
    names = {tuple(name.split(":", 1)) for item in programme for name in spelled(item)}
    found = await resources_spelled({(kind, spelling) for kind, spelling in names}, uow)
    return {name: each.booked_as for name, each in found.items()}


async def _lock_names(names: set[str], uow: UnitOfWork) -> None:
    if names:
        each = func.unnest(array(sorted(names), type_=ARRAY(Text))).column_valued("name")
        await uow.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(each, 0))))


async def _require_free(
    visit: Visit, needs: list[tuple[ProgrammeItem, str, str]], uow: UnitOfWork, language: str
) -> None:
    if not needs:
        return
    wanted = [
        and_(Booking.taken == taken, Booking.starts < item.ends, Booking.ends > item.starts)  # type: ignore[arg-type]
        for item, taken, _ in needs
    ]
    statement = (
        select(Booking, Visit)
        .join(Visit, Visit.id == Booking.visit_id)  # type: ignore[arg-type]
        .where(Booking.visit_id != visit.id, or_(*wanted))  # type: ignore[arg-type]
        .order_by(Booking.starts)  # type: ignore[arg-type]
        .limit(1)
    )
    found = (await uow.session.execute(statement)).first()
    if found is not None:
        booking, other = found
        path = next(path for _, taken, path in needs if taken == booking.taken)
        raise clash(other.code, item_of(other.programme, booking.item_id), booking.taken, path, language)
