"""Items of a programme: taken in, booked, and warned of."""

from typing import Any

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.consumers.tables import HeardAgreement
from korpu_events.diary.interface import AlreadyBooked
from korpu_events.resources.interface import RESOURCE_REFUSALS
from korpu_events.visits.domain.programme import (
    difference,
    replaced,
    require_known_interpreters,
    require_within_visit,
)
from korpu_events.visits.domain.signing import SIGNING_NOTICES, require_named_agreement, signing_warning
from korpu_events.visits.domain.vocabulary import Direction
from korpu_events.visits.facts import VisitProgrammeChanged
from korpu_events.visits.inputs import ItemInput
from korpu_events.visits.parts import ProgrammeItem
from korpu_events.visits.policies.bookings import book
from korpu_events.visits.policies.listed_resources import with_listed
from korpu_events.visits.refusals.programme import (
    EndsBeforeItBegins,
    InterpreterNotOfVisit,
    OutsideTheVisit,
)
from korpu_events.visits.refusals.signatures import SigningWithoutAgreement
from korpu_events.visits.tables import Visit

ITEM_REFUSALS = [
    EndsBeforeItBegins,
    OutsideTheVisit,
    AlreadyBooked,
    SigningWithoutAgreement,
    InterpreterNotOfVisit,
    *RESOURCE_REFUSALS,
]


def given_item(command: ItemInput) -> dict[str, Any]:
    """What a command says of an item, without what only the command needs."""
    return command.model_dump(exclude={"id", "seen", "idempotency_key", "title", "item_id"})


async def put_item(visit: Visit, item: ProgrammeItem, uow: UnitOfWork) -> None:
    """Check an item and put it into the programme; books what it takes, and emits the change."""
    require_within_visit(
        item, visit.starts, visit.ends, uow.principal.language or "az", abroad=visit.direction == Direction.OUTGOING
    )
    require_named_agreement(item)
    require_known_interpreters(item, visit.interpreters)
    item = await with_listed(visit, item, uow)
    await become(visit, replaced(visit.programme, await _warned(item, uow)), uow)


async def become(visit: Visit, programme: tuple[ProgrammeItem, ...], uow: UnitOfWork) -> None:
    """Let this be the programme: book what it takes, and emit the difference."""
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
