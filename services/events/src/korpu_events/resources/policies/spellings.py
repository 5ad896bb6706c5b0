"""Every spelling means one room or car; what was booked by it is booked under the one that it means."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.types import Text
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.diary.interface import book_as
from korpu_events.fields import one_spelling
from korpu_events.resources.refusals import SpellingTaken
from korpu_events.resources.tables import Resource, ResourceSpelling


async def take_spellings(resource: Resource, names: Iterable[str], path: str, uow: UnitOfWork) -> None:
    """Let these names mean this one; raises `SpellingTaken`. Who books by one of them meanwhile waits."""
    wanted = {one_spelling(each) for each in names}
    locks = array(sorted(f"{resource.kind}:{each}" for each in wanted), type_=ARRAY(Text))
    each_lock = func.unnest(locks).column_valued("name")
    await uow.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(each_lock, 0))))
    of_kind = (col(ResourceSpelling.kind) == resource.kind, col(ResourceSpelling.spelling).in_(wanted))
    known = {each.spelling: each.resource_id for each in await uow.find(ResourceSpelling, *of_kind)}
    if other := next((id for id in known.values() if id != resource.id), None):
        taken = await uow.session.get(Resource, other)
        raise SpellingTaken(path, code=taken.code if taken else "")
    for each in sorted(wanted - known.keys()):
        uow.session.add(ResourceSpelling(kind=resource.kind, spelling=each, resource_id=resource.id))
    await book_as(resource.booked_as, {f"{resource.kind}:{each}" for each in wanted}, uow)
