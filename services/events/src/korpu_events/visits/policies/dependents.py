"""What depends on a visit that is still to come: departments, hours, commitments, agreements, trips and letters."""

from collections.abc import Iterator

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.action_points.interface import touched_commitments
from korpu_events.consumers.tables import HeardAgreement, HeardTrip
from korpu_events.diary.interface import touched_hours, trips_of
from korpu_events.fields import Touched
from korpu_events.visits.domain.lifecycle import UNFINISHED
from korpu_events.visits.domain.readiness import STANDING, asked_again, released
from korpu_events.visits.domain.vocabulary import RequestStatus
from korpu_events.visits.tables import Visit


async def dependents_of(visit: Visit, uow: UnitOfWork) -> list[Touched]:
    """All that would be touched if the visit were put off or called off now; nothing once it has been."""
    if visit.status not in UNFINISHED:
        return []
    return [
        *_requests(visit, uow),
        *await touched_hours(visit.id, uow, postponed="released"),
        *await touched_commitments("visit", visit.id, uow),
        *await _agreements(visit, uow),
        *await _trips(visit, uow),
        *_invitations(visit),
    ]


def _requests(visit: Visit, uow: UnitOfWork) -> Iterator[Touched]:
    """What departments were asked for, by the rules that then hold for them."""
    off = asked_again(visit.requests, {each.id: each.due for each in visit.requests}, uow.now)
    gone = released(visit.requests, STANDING, uow.today, "")
    for now, postponed, cancelled in zip(visit.requests, off, gone, strict=True):
        if now.status != RequestStatus.WITHDRAWN:
            yield Touched(
                kind="department_request",
                id=now.id,
                what=now.department,
                status=now.status,
                people=now.people,
                if_postponed=postponed.status,
                if_cancelled=cancelled.status,
            )


async def _agreements(visit: Visit, uow: UnitOfWork) -> list[Touched]:
    """What was to be signed at the visit: it stays as it is, and waits for another hour."""
    named = sorted({each.agreement_id for each in visit.programme if each.agreement_id and not each.signed_on})
    heard = {each.id: each for each in await uow.find(HeardAgreement, col(HeardAgreement.id).in_(named))}
    known = [(id, heard[id].code, heard[id].status) for id in named if id in heard]
    return [
        Touched(kind="agreement", id=id, what=code, status=status, if_postponed=status, if_cancelled=status)
        for id, code, status in known
    ]


async def _trips(visit: Visit, uow: UnitOfWork) -> list[Touched]:
    """Who travels for it by an order: mobility decides what becomes of the trip."""
    codes = await trips_of(visit.id, uow)
    heard = await uow.find(HeardTrip, col(HeardTrip.id).in_(codes))
    return [
        Touched(
            kind="trip",
            id=each.id,
            what=codes[each.id],
            status=each.status,
            if_postponed=each.status,
            if_cancelled=each.status,
        )
        for each in sorted(heard, key=lambda each: codes[each.id])
    ]


def _invitations(visit: Visit) -> Iterator[Touched]:
    """Letters that were sent to guests; they stay issued, and somebody writes to whom they name."""
    for each in visit.invitations:
        yield Touched(
            kind="invitation",
            id=visit.id,
            what=each.number,
            status="issued",
            people=len(each.member_ids),
            if_postponed="issued",
            if_cancelled="issued",
        )
