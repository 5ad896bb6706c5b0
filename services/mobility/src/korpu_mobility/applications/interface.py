"""What mobility's other aggregates may ask of applications: ids come in, values go out."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.domain.lifecycle import LIVING, Cause, Status
from korpu_mobility.applications.facts import ApplicationForgotten
from korpu_mobility.applications.policies.allotment import (
    PlacesNotKnown,
    allocate_applications,
    end_waiting,
    free_place,
    offer_selected,
    outstanding_offers,
)
from korpu_mobility.applications.policies.call_reading import standing_of
from korpu_mobility.applications.policies.committee import (
    forget_scores,
    lacking_quorum,
    put_to_committee,
    rank_applications,
    who_has_scored,
)
from korpu_mobility.applications.policies.ending import give_up
from korpu_mobility.applications.policies.minutes import ComparedOnPaper, compared_on_paper
from korpu_mobility.applications.policies.reopening import compare_anew, offers_sent
from korpu_mobility.applications.tables import Application
from korpu_mobility.files import files

__all__ = [
    "ComparedOnPaper",
    "PlacesNotKnown",
    "allocate_applications",
    "compare_anew",
    "compared_on_paper",
    "end_waiting",
    "lacking_quorum",
    "offer_selected",
    "offers_sent",
    "outstanding_offers",
    "put_to_committee",
    "rank_applications",
    "standing_of",
    "who_has_scored",
]


async def last_day_of_applications(person_id: UUID, uow: UnitOfWork) -> date | None:
    """The last day on which somebody asked for something: today, while an application goes on."""
    found = await _applications_of(person_id, uow)
    if any(each.status in LIVING for each in found):
        return uow.today
    return max((each.changed_at.date() for each in found), default=None)


async def forget_applications(person_id: UUID, uow: UnitOfWork) -> Sequence[UUID]:
    """Withdraw somebody's applications that go on, and forget what was written in all of them; gives their ids."""
    found = await _applications_of(person_id, uow)
    for each in found:
        taken = await uow.take(Application, each.id)
        gone = taken.files
        taken.handed = tuple(document.model_copy(update={"file": None}) for document in taken.handed)
        for file in gone:
            await files.detach(uow, taken, file)
        taken.motivation = taken.stated = taken.withdrawal = None
        taken.mean, taken.rank, taken.steps, taken.conflicts, taken.corrections = None, None, (), (), ()
        await forget_scores(taken.id, uow)
        if taken.status in (*LIVING, Status.OFFERED):
            await give_up(taken, Cause.ERASED, None, uow)
            await free_place(taken, uow)
        else:
            await uow.emit(taken, ApplicationForgotten())
        taken.reason = None
    return [each.id for each in found]


async def _applications_of(person_id: UUID, uow: UnitOfWork) -> list[Application]:
    """In one order, so that they are always taken in it."""
    return sorted(await uow.find(Application, col(Application.person_id) == person_id), key=lambda each: each.id)
