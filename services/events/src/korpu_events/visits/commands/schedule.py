"""The programme of a visit, item by item."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.inbox.tables import HeardAgreement
from korpu_events.people import HEAD, OFFICER
from korpu_events.visits.bookings import book
from korpu_events.visits.fields import Line, Moment, PlaceCode, Title
from korpu_events.visits.lifecycle import ARRANGING, has_room
from korpu_events.visits.messages.programme import VisitProgrammeChanged
from korpu_events.visits.parts import ProgrammeItem
from korpu_events.visits.programme import difference, fits, item_of, replaced, well_staffed
from korpu_events.visits.refusals.course import ListFull
from korpu_events.visits.refusals.programme import (
    AlreadyBooked,
    EndsBeforeItBegins,
    InterpreterNotOfVisit,
    OutsideTheVisit,
    UnknownItem,
)
from korpu_events.visits.refusals.signing import SigningWithoutAgreement
from korpu_events.visits.room import visits
from korpu_events.visits.signing import SIGNING_NOTICES, names_its_agreement, signing_warning
from korpu_events.visits.tables import Visit
from korpu_events.visits.words import Direction, ItemKind


class ItemInput(Changes):
    """One hour of a programme: what, when, where, with whom, and what it occupies."""

    kind: ItemKind
    title: Title
    starts: Moment
    ends: Moment
    place: Line | None = None
    host_id: Annotated[UUID | None, Field(description="The person who receives the guests.")] = None
    people: Annotated[tuple[UUID, ...], Field(max_length=30, description="Others of us who take part.")] = ()
    interpreters: Annotated[tuple[UUID, ...], Field(max_length=10, description="Interpreters of the visit.")] = ()
    room: PlaceCode | None = None
    car: Annotated[PlaceCode | None, Field(description="The number of the car.")] = None
    agreement_id: Annotated[UUID | None, Field(description="What is signed; a signing must name it.")] = None


class AddProgrammeItem(ItemInput):
    """A new item of the programme."""


class ChangeProgrammeItem(ItemInput):
    """An item of the programme as it shall be, in full."""

    item_id: UUID


class DropProgrammeItem(Changes):
    """Which item does not take place."""

    item_id: UUID


ITEM_REFUSALS = [
    EndsBeforeItBegins,
    OutsideTheVisit,
    AlreadyBooked,
    SigningWithoutAgreement,
    InterpreterNotOfVisit,
]


@visits.changes(
    who=[OFFICER, HEAD],
    when=ARRANGING,
    emits=[VisitProgrammeChanged],
    refuses=[*ITEM_REFUSALS, ListFull],
)
async def add_programme_item(visit: Visit, command: AddProgrammeItem, uow: UnitOfWork) -> None:
    """Put an item on the programme; whom and what it needs is booked, and a signing warns of an unready agreement."""
    has_room(visit.programme)
    item = ProgrammeItem(**_given(command), title=LocalizedText.of(command.title))
    await _put(visit, item, uow)


@visits.changes(
    who=[OFFICER, HEAD],
    when=ARRANGING,
    emits=[VisitProgrammeChanged],
    refuses=[*ITEM_REFUSALS, UnknownItem],
)
async def change_programme_item(visit: Visit, command: ChangeProgrammeItem, uow: UnitOfWork) -> None:
    """Change an item of the programme; departments get the difference."""
    before = item_of(visit.programme, command.item_id)
    item = ProgrammeItem(**_given(command), id=before.id, title=before.title.edited(command.title))
    if before.agreement_id == item.agreement_id:
        item = item.model_copy(update={"signed_on": before.signed_on})
    await _put(visit, item, uow)


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitProgrammeChanged], refuses=[UnknownItem])
async def drop_programme_item(visit: Visit, command: DropProgrammeItem, uow: UnitOfWork) -> None:
    """Take an item off the programme and free what it had booked."""
    dropped = item_of(visit.programme, command.item_id)
    await _become(visit, tuple(each for each in visit.programme if each.id != dropped.id), uow)


def _given(command: ItemInput) -> dict[str, Any]:
    return command.model_dump(exclude={"id", "seen", "idempotency_key", "title", "item_id"})


async def _put(visit: Visit, item: ProgrammeItem, uow: UnitOfWork) -> None:
    fits(item, visit.starts, visit.ends, uow.principal.language or "az", abroad=visit.direction == Direction.OUTGOING)
    names_its_agreement(item)
    well_staffed(item, visit.interpreters)
    await _become(visit, replaced(visit.programme, await _warned(item, uow)), uow)


async def _become(visit: Visit, programme: tuple[ProgrammeItem, ...], uow: UnitOfWork) -> None:
    change = VisitProgrammeChanged(**difference(visit.programme, programme))
    await book(visit, programme, uow)
    await uow.emit(visit, change)


async def _warned(item: ProgrammeItem, uow: UnitOfWork) -> ProgrammeItem:
    """The item, with what is still wrong about the agreement that is to be signed.

    The lock lets whoever hears of the agreement in this moment wait, and find the item.
    """
    if item.agreement_id is None or item.signed_on is not None:
        return item
    heard = await uow.session.get(HeardAgreement, item.agreement_id, with_for_update={"read": True})
    status, signed = (heard.status, heard.signed_on is not None) if heard else (None, False)
    warning = signing_warning(status, signed=signed)
    if warning:
        uow.warn(SIGNING_NOTICES[warning]("agreement_id", status=status))
    return item.model_copy(update={"warning": warning})
