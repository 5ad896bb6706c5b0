"""Who was there: by ticket or by list, known from the first day on, and closed with the report."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_events.events.interface import course_of
from korpu_events.registrations.domain.capacity import require_doors_open
from korpu_events.registrations.domain.vocabulary import COME, Proof, RegistrationStatus
from korpu_events.registrations.facts import RegistrationAttended, RegistrationMissed
from korpu_events.registrations.refusals import AttendanceTooEarly, RegisteredElsewhere, WithoutPlace
from korpu_events.registrations.tables import Registration

ATTENDANCE_REFUSALS = (AttendanceTooEarly, RegisteredElsewhere, WithoutPlace)
OURS = "AZ"


async def record_attendance(event_id: UUID, ids: Collection[UUID], uow: UnitOfWork) -> int:
    """Those named were there; how many of them were not known to be. The caller holds the places of the event."""
    require_doors_open(await course_of(event_id, uow, None), uow.now)
    found = await uow.lock_all(Registration, col(Registration.id).in_(ids), order=col(Registration.id))
    if len(found) < len(set(ids)):
        raise NotFound("registration_ids")
    for each in found:
        if each.event_id != event_id:
            raise RegisteredElsewhere("registration_ids", code=each.code)
        if each.status not in COME:
            raise WithoutPlace("registration_ids", code=each.code)
    new = [each for each in found if each.status != RegistrationStatus.ATTENDED]
    for each in new:
        each.status, each.attended_at = RegistrationStatus.ATTENDED, uow.now
    if new:
        await uow.emit_all([(each, RegistrationAttended(by=Proof.LIST)) for each in new])
    return len(new)


async def close_attendance(event_id: UUID, uow: UnitOfWork) -> None:
    """Where it is known who came, the others were absent; where nobody was counted, nothing is said of anybody."""
    if await foreign_attended(event_id, uow) is None:
        return
    registered = col(Registration.event_id) == event_id, col(Registration.status) == RegistrationStatus.REGISTERED
    missed = await uow.lock_all(Registration, *registered, order=col(Registration.id))
    for each in missed:
        each.status = RegistrationStatus.ABSENT
    if missed:
        await uow.emit_all([(each, RegistrationMissed()) for each in missed])


async def foreign_attended(event_id: UUID, uow: UnitOfWork) -> Mapping[str, int] | None:
    """How many came from which country but ours; None where of nobody is known that they came."""
    came = col(Registration.event_id) == event_id, col(Registration.status) == RegistrationStatus.ATTENDED
    counted = select(col(Registration.country), func.count()).where(*came).group_by(col(Registration.country))
    rows = (await uow.session.execute(counted)).all()
    return {country: people for country, people in rows if country and country != OURS} if rows else None
