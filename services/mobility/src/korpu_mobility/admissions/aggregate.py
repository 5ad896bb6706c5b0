"""The definition of admissions: their topic, who may read them, and what falls due on each track."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.clock import end_of_day, start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.deadlines import Deadline
from korpu_mobility.admissions.domain.lifecycle import NOT_BEGUN, WITH_A_PERMIT, Migration, Status
from korpu_mobility.admissions.facts import (
    AdmissionCancelled,
    AdmissionForgotten,
    AdmissionPlaceReleased,
    AdmissionRequestAnswered,
    AdmissionRequestWithdrawn,
)
from korpu_mobility.admissions.parts import RunningClock
from korpu_mobility.admissions.refusals.course import PortalNumberTaken
from korpu_mobility.admissions.state import AdmissionState
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.admissions.tasks import tasks_of
from korpu_mobility.department_requests import awaited
from korpu_mobility.people.interface import holding_person
from korpu_mobility.permissions import AUDITOR, DESK, MIGRATION_LIAISON, RECTORATE, THE_PERSON


def deadlines_of(admission: Admission) -> Sequence[Deadline]:
    """Offers, answers of departments, and what is due with the migration office; each is told once."""
    wanted = [Deadline(end_of_day(each.due), "requests-late") for each in awaited(admission.requests)]
    if admission.status == Status.OFFERED and admission.offer_until:
        wanted.append(Deadline(end_of_day(admission.offer_until), "offer-ends"))
    for clock in admission.clocks:
        wanted.extend(_of(clock))
    if admission.permit and admission.migration in WITH_A_PERMIT:
        wanted.append(Deadline(end_of_day(admission.permit.valid_to), "permit-ends"))
        if admission.permit_clock and admission.migration != Migration.PERMIT_EXPIRING:
            first = admission.permit_clock.due - timedelta(days=max(admission.permit_clock.reminders))
            wanted.append(Deadline(start_of_day(first), "permit-expiring"))
    return list(dict.fromkeys(wanted))


def _of(clock: RunningClock) -> Iterator[Deadline]:
    """The reminders that lie between the beginning and the last day, and the moment when it is late."""
    for days in clock.reminders:
        if (day := clock.due - timedelta(days=days)) > clock.started:
            yield Deadline(start_of_day(day), f"{clock.kind}-due")
    yield Deadline(end_of_day(clock.due), f"{clock.kind}-overdue")


def person_of(admission_id: UUID) -> Executable:
    """Take the person first: who erases somebody takes the person, then the admissions."""
    person = select(col(Admission.person_id)).where(col(Admission.id) == admission_id)
    return holding_person(person.scalar_subquery())


admissions = AggregateDefinition(
    Admission,
    state=AdmissionState,
    topic="mobility.admissions.v1",
    readers=(*DESK, AUDITOR, RECTORATE, MIGRATION_LIAISON, THE_PERSON),
    deadlines=deadlines_of,
    unique={"admission_portal_number": PortalNumberTaken},
    unasked=dict.fromkeys(NOT_BEGUN, (Status.CANCELLED,)),
    after=person_of,
    tasks=tasks_of,
)
admissions.also_emits(
    AdmissionCancelled,
    AdmissionForgotten,
    AdmissionPlaceReleased,
    AdmissionRequestAnswered,
    AdmissionRequestWithdrawn,
)
