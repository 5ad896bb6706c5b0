"""Stays of the past: entered as what they were, so that nobody is reminded of what is long over."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import Seats
from korpu_mobility.learning_agreements.interface import cancel_with_stay
from korpu_mobility.mobilities.domain.dates import require_ordered_days
from korpu_mobility.mobilities.domain.lifecycle import STAYED, Cause, Status
from korpu_mobility.mobilities.domain.reciprocity import counted, missing_postings
from korpu_mobility.mobilities.facts import MobilityCancelled, MobilityEntered
from korpu_mobility.mobilities.policies import waiting_list
from korpu_mobility.mobilities.policies.accounts import post_days
from korpu_mobility.mobilities.policies.overlap import require_no_overlap
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.people.interface import Candidate, take_candidate

ENTERED = (
    Status.ARRIVED, Status.RETURNED, Status.RETURNED_EARLY, Status.RECOGNISED, Status.CLOSED, Status.CANCELLED,
    Status.NOT_SHOWN,
)  # fmt: skip
"""What may be taken over from an old register; who is still to go is nominated, for a seat is taken by that."""


@dataclass(frozen=True)
class OldStay:
    """A stay as an old register tells it: who went where, under which agreement, when, and how it ended."""

    person_id: UUID
    status: Status
    agreement_id: UUID
    condition_id: UUID
    direction: str
    audience: str
    kind: str
    partner_id: UUID
    academic_year: str
    planned_from: date
    planned_to: date
    actual_from: date
    actual_to: date
    level: int
    field: str
    term: str | None = None
    funding: str = "none"
    ects: Decimal | None = None
    number: str | None = None

    @property
    def stayed(self) -> bool:
        """Whether somebody was there."""
        return self.status in STAYED


def standing(first: date, last: date, today: date) -> Status | None:
    """How a stay stands by its days alone: over, under way; nothing if it is still to come."""
    if last < today:
        return Status.CLOSED
    return Status.ARRIVED if first <= today else None


async def of_the_past(old: OldStay, uow: UnitOfWork) -> Mobility:
    """The stay that a register describes, if it can have been; nothing is said of it yet."""
    require_ordered_days(old.planned_from, old.planned_to, "planned_to")
    require_ordered_days(old.actual_from, old.actual_to, "actual_to")
    candidate = await take_candidate(old.person_id, None, uow)
    seats = await uow.session.get(Seats, old.condition_id)
    stay = Mobility(**_said(old), **_sides(old, candidate, seats))
    if old.stayed:
        await require_no_overlap(stay, uow)
        post_days(stay, uow)
    return stay


def _said(old: OldStay) -> dict[str, Any]:
    over = old.status != Status.ARRIVED
    return {
        "status": old.status,
        "person_id": old.person_id,
        "direction": old.direction,
        "audience": old.audience,
        "kind": old.kind,
        "agreement_id": old.agreement_id,
        "condition_id": old.condition_id,
        "academic_year": old.academic_year,
        "term": old.term,
        "planned_from": old.planned_from,
        "planned_to": old.planned_to,
        "actual_from": old.actual_from if old.stayed else None,
        "actual_to": old.actual_to if old.stayed and over else None,
        "level": old.level,
        "field": old.field,
        "funding": old.funding,
        "ects": old.ects,
        "cause": None if old.stayed else Cause.OTHER,
        "seated_at": datetime.combine(old.planned_from, time(0), UTC),
    }


def _sides(old: OldStay, candidate: Candidate, seats: Seats | None) -> dict[str, Any]:
    """Who sends and who receives: as the condition says, else the partner and the person's unit."""
    partner, ours = ("receiver", "sender") if old.direction == "outgoing" else ("sender", "receiver")
    told = {f"{partner}_id": old.partner_id, f"{ours}_unit": candidate.unit, "unit": candidate.unit}
    if seats is None:
        return told
    told |= {f"{ours}_unit": getattr(seats, f"{ours}_unit"), f"{partner}_unit": getattr(seats, f"{partner}_unit")}
    return told | {"unit": candidate.unit or seats.wanted.unit}


async def enter(stay: Mobility, old: OldStay, uow: UnitOfWork) -> None:
    """Give it the next number of the year in which it began, and say so; who is there today has a seat."""
    series = f"MOB-{stay.planned_from.year}"
    stay.code = f"{series}-{await uow.number(series):04}"
    await uow.emit(stay, MobilityEntered(number=old.number))
    if stay.status == Status.ARRIVED:
        await waiting_list.freed_by(stay, uow)


async def annul(stay: Mobility, reason: str, uow: UnitOfWork) -> None:
    """Take back what was entered by mistake: it holds no seat and counts in no balance."""
    unit, _ = counted(stay.audience, 0)
    taken_back = missing_postings(stay.postings, stay.academic_year, unit, Decimal(0), uow.today)
    stay.postings = (*stay.postings, *taken_back)
    stay.status, stay.actual_from, stay.actual_to, stay.ects = Status.CANCELLED, None, None, None
    uow.why = stay.ends_for(Cause.OTHER, reason)
    await uow.emit(stay, MobilityCancelled(cause=Cause.OTHER))
    await cancel_with_stay(stay.id, uow)
    await waiting_list.freed_by(stay, uow)
