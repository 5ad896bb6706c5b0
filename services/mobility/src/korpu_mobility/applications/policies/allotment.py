"""Places are given, offered and passed on; the caller holds the selection, so two never take the same one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.domain.allocation import Decision, Place, Wish, allocate
from korpu_mobility.applications.domain.lifecycle import COMPARED, WITH_A_PLACE, Cause, Outcome, Status
from korpu_mobility.applications.facts import (
    ApplicationOffered,
    ApplicationRejected,
    ApplicationSelected,
    ApplicationWaitlisted,
)
from korpu_mobility.applications.parts import Choice, Step, Withdrawal
from korpu_mobility.applications.policies.call_reading import count_of, of_call
from korpu_mobility.applications.policies.calls import offered_by
from korpu_mobility.applications.rules import last_day_to_confirm
from korpu_mobility.applications.tables import Application
from korpu_mobility.mobilities.interface import seats_left
from korpu_mobility.opportunities.interface import Call, Destination, published_call
from korpu_mobility.selections.interface import Terms, hold_terms


class PlacesNotKnown(LookupError):
    """Nobody has said how many places there are in a destination."""


def year_of(destination: Destination, call: Call) -> str | None:
    """The academic year of a stay in a destination."""
    return destination.term.partition("-")[0] if destination.term else call.academic_year


async def allocate_applications(terms: Terms, uow: UnitOfWork) -> Mapping[str, int]:
    """Give every place; what became of each choice is written down with the application."""
    call = await published_call(terms.opportunity_id, uow, path=None)
    scored = {each.id: each for each in await of_call(call.id, (Status.SCORED,), uow)}
    wishes = [_wish(each, terms) for each in scored.values()]
    places, seats = await _left(call, terms, (), uow)
    decided = allocate(wishes, places, seats)
    chosen = _by_destination(call)
    for each in decided:
        _settle(scored[each.id], each, chosen)
    for status, fact in (
        (Status.SELECTED, ApplicationSelected()),
        (Status.WAITLISTED, ApplicationWaitlisted()),
    ):
        if same := [scored[each.id] for each in decided if each.status == status]:
            await uow.emit_all([(each, fact) for each in same])
    if rejected := [scored[each.id] for each in decided if each.status == Status.REJECTED]:
        await uow.emit_all([(each, ApplicationRejected(cause=Cause(str(each.cause)))) for each in rejected])
    counts = Counter(each.status for each in decided)
    return {each.value: counts[each] for each in (Status.SELECTED, Status.WAITLISTED, Status.REJECTED)}


async def offer_selected(terms: Terms, uow: UnitOfWork) -> int:
    """Ask everybody who was selected, and pass on the places of those who are gone; gives the number of offers."""
    selected = await of_call(terms.opportunity_id, (Status.SELECTED,), uow)
    until = last_day_to_confirm(uow.today)
    for each in selected:
        each.status, each.offer_until = Status.OFFERED, until
    if selected:
        await uow.emit_all([(each, ApplicationOffered(until=until)) for each in selected])
    return len(selected) + await pass_on(terms, uow)


async def pass_on(terms: Terms, uow: UnitOfWork) -> int:
    """Offer every place that is free to the first in rank who waits for it, with a clock of its own."""
    call = await published_call(terms.opportunity_id, uow, path=None)
    waiting = {each.id: each for each in await of_call(call.id, (Status.WAITLISTED,), uow)}
    if not waiting:
        return 0
    holding = await of_call(call.id, WITH_A_PLACE, uow)
    places, seats = await _left(call, terms, holding, uow)
    chosen, until = _by_destination(call), last_day_to_confirm(uow.today)
    decided = allocate([_wish(one, terms) for one in waiting.values()], places, seats)
    moved = [_offer(waiting[each.id], chosen[each.given], until) for each in decided if each.given is not None]
    if moved:
        await uow.emit_all([(each, ApplicationOffered(until=until)) for each in moved])
    return len(moved)


async def free_place(application: Application, uow: UnitOfWork) -> None:
    """Somebody has left a place: it goes to the next, once offers are out."""
    terms = await hold_terms(application.opportunity_id, uow)
    if terms is not None and terms.is_offering:
        await pass_on(terms, uow)


async def end_waiting(opportunity_id: UUID, uow: UnitOfWork) -> None:
    """Whoever still waits hears that no place became free."""
    waiting = await of_call(opportunity_id, (Status.WAITLISTED,), uow)
    for each in waiting:
        each.status = Status.REJECTED
        each.ends_for(Cause.NO_PLACE, None)
    if waiting:
        await uow.emit_all([(each, ApplicationRejected(cause=Cause.NO_PLACE)) for each in waiting])


async def outstanding_offers(opportunity_id: UUID, uow: UnitOfWork) -> int:
    """How many are still to answer, or to be nominated by the office."""
    confirmed = await of_call(opportunity_id, (Status.CONFIRMED,), uow)
    unsettled = sum(each.nomination_problem is not None for each in confirmed)
    return await count_of(opportunity_id, (Status.OFFERED,), uow) + unsettled


def _wish(application: Application, terms: Terms) -> Wish:
    mark = terms.pass_mark
    passes = mark is None or application.mean is None or application.mean >= mark
    return Wish(application.id, application.rank or 0, application.wanted, passes)


def _by_destination(call: Call) -> dict[UUID, Choice]:
    """What can be given, by the destination."""
    itself = call.offered[0]
    one = Choice(destination_id=itself.id, organisation_id=itself.organisation_id, condition_id=itself.condition_id)
    return {each.destination_id: each for each in (offered_by(call) or (one,))}


def _settle(application: Application, decision: Decision, chosen: Mapping[UUID, Choice]) -> None:
    application.status, application.steps = decision.status, decision.steps
    application.gets(chosen[decision.given] if decision.given else None)
    if decision.status == Status.REJECTED:
        below = any(each.outcome == Outcome.BELOW_MARK for each in decision.steps)
        application.ends_for(Cause.SCORE if below else Cause.NO_PLACE, None)


def _offer(application: Application, place: Choice, until: date) -> Application:
    application.status = Status.OFFERED
    application.gets(place)
    application.offer_until = until
    moved = Step(destination_id=place.destination_id, outcome=Outcome.MOVED_UP)
    application.steps = tuple(
        moved if each.destination_id == place.destination_id else each for each in application.steps
    )
    return application


async def _left(
    call: Call, terms: Terms, holding: Sequence[Application], uow: UnitOfWork
) -> tuple[Sequence[Place], Mapping[UUID, int]]:
    """The places of each destination and the seats of each condition, less those that somebody of this call has."""
    kept = Counter(each.place.destination_id for each in holding if each.place)
    unseated = Counter(
        each.place.condition_id for each in holding if each.place and each.place.condition_id and not each.mobility_id
    )
    places, seats = [], {}
    for each in call.offered:
        quota = terms.quotas.get(each.id, None if each.condition_id or call.destinations else call.places)
        year = year_of(each, call)
        if each.condition_id and year and each.condition_id not in seats:
            seats[each.condition_id] = await seats_left(each.condition_id, year, uow) - unseated[each.condition_id]
        pool = each.condition_id if each.condition_id in seats else None
        if quota is None and pool is None:
            raise PlacesNotKnown(each.id)
        places.append(Place(each.id, None if quota is None else quota - kept[each.id], pool))
    return places, seats


async def standing_again(application: Application, before: Withdrawal, uow: UnitOfWork) -> Status:
    """How somebody stands who takes a withdrawal back; a place that went on is waited for, a void rank is none."""
    if before.status not in COMPARED:
        return before.status
    terms = await hold_terms(application.opportunity_id, uow)
    if terms is not None and terms.is_scoring:
        application.is_compared_anew()
        return Status.IN_REVIEW
    if before.status != Status.SELECTED:
        return before.status
    if terms is not None and terms.is_offering:
        application.gets(None)
        return Status.WAITLISTED
    return Status.SELECTED
