"""What a visit takes in the diary: the hours of its programme, and the days of those who are away with it."""

from korpu_chassis.clock import end_of_day, start_of_day
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.diary.interface import EntryKind, Need, Owner
from korpu_events.diary.interface import book as book_hours
from korpu_events.diary.interface import release as release_hours
from korpu_events.visits.domain.hosts import away
from korpu_events.visits.domain.programme import needed
from korpu_events.visits.parts import ProgrammeItem
from korpu_events.visits.tables import Visit


async def book(visit: Visit, programme: tuple[ProgrammeItem, ...], uow: UnitOfWork) -> None:
    """Let the visit occupy what this programme needs, and nothing else; the first to book wins.

    Whoever of us is away with a delegation that we send is busy on all its days.
    """
    needs = needed(programme)
    hours = start_of_day(visit.starts), end_of_day(visit.ends)
    needs += [Need(visit.id, visit.title, taken, *hours, path) for taken, path in away(visit).items()]
    await book_hours(Owner(EntryKind.VISIT, visit.id, visit.code), needs, uow)
    visit.programme = programme


async def release(visit: Visit, uow: UnitOfWork) -> None:
    """Free everything that the visit had taken."""
    await release_hours(visit.id, uow)
