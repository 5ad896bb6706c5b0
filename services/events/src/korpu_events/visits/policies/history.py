"""Visits of the past: entered as what they were, without names, so that the clock has nothing to say of them."""

from dataclasses import dataclass
from uuid import UUID

from uuid_utils.compat import uuid7

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_events.visits.commands.request_visit import RequestVisit
from korpu_events.visits.domain.lifecycle import NEVER_HELD, VisitStatus
from korpu_events.visits.facts import VisitCancelled, VisitEntered
from korpu_events.visits.parts import Member
from korpu_events.visits.tables import Visit

ENTERED = (VisitStatus.CLOSED, *NEVER_HELD)
"""What may be taken over; a visit that is not over is opened here, with all that it needs."""
NOTHING_TOLD = "Köhnə siyahıda yazılmayıb · Not told by the old register"


@dataclass(frozen=True)
class OldVisit:
    """A visit as an old register tells it, how it ended, how many came, and what is written of its outcome."""

    told: RequestVisit
    status: VisitStatus
    members: int = 0
    report: str | None = None
    number: str | None = None


async def enter(old: OldVisit, uow: UnitOfWork) -> Visit:
    """Enter one under the next number of the year in which it was; its members are a count without names."""
    told, year = old.told, old.told.starts.year
    first = told.organisations[0] if len(told.organisations) == 1 else None
    held = old.status == VisitStatus.CLOSED
    visit = Visit(
        **told.model_dump(exclude={"idempotency_key", "title"}),
        title=LocalizedText.of(told.title),
        code=f"VIS-{year}-{await uow.number(f'VIS-{year}'):03}",
        status=old.status,
        entered_on=uow.today,
        members=tuple(_nameless(first, head=place == 0) for place in range(old.members)),
        completed_on=told.ends if held else None,
        report=LocalizedText.of(Texts(az=old.report)) if held and old.report else None,
        no_follow_up=NOTHING_TOLD if held else None,
        reason=None if held else NOTHING_TOLD,
    )
    await uow.emit(visit, VisitEntered(number=old.number))
    return visit


def _nameless(organisation_id: UUID | None, *, head: bool) -> Member:
    return Member(id=uuid7(), organisation_id=organisation_id, head=head)


async def annul(visit: Visit, reason: str, uow: UnitOfWork) -> None:
    """Take back what was entered by mistake."""
    visit.status, visit.reason, visit.completed_on, visit.report = VisitStatus.CANCELLED, reason, None, None
    visit.no_follow_up, visit.members = None, ()
    await uow.emit(visit, VisitCancelled(reason=reason))


def taken_back(visit: Visit) -> bool:
    """Whether it had been entered by mistake."""
    return visit.entered_on is not None and visit.status == VisitStatus.CANCELLED and visit.reason != NOTHING_TOLD
