"""The definition of mobilities: their topic, who may read them, and the clock of an offered seat."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.clock import end_of_day, start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.deadlines import Deadline
from korpu_mobility.consumers.tables import Seats
from korpu_mobility.mobilities.domain.lifecycle import BEFORE_ARRIVAL, Status
from korpu_mobility.mobilities.facts import (
    MobilityEntered,
    MobilityGrantRecalculated,
    MobilityMovedUp,
    MobilityOffered,
    MobilityPutAtRisk,
    MobilityRiskLifted,
    MobilityWaitlisted,
)
from korpu_mobility.mobilities.state import MobilityState
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.mobilities.tasks import tasks_of
from korpu_mobility.permissions import AUDITOR, DESK, FINANCE, RECTORATE, THE_PERSON
from korpu_mobility.safety import CONTACTS_KEPT

DAY = timedelta(days=1)


def deadlines_of(mobility: Mobility) -> list[Deadline]:
    """What the clock does with a stay: what is expected of it, and what is deleted a month after it."""
    wanted = _expected(mobility)
    if mobility.insurance or mobility.emergency_contact:
        wanted.append(Deadline(rule="contacts-kept", at=end_of_day(mobility.span.last + CONTACTS_KEPT)))
    return wanted


def _expected(mobility: Mobility) -> list[Deadline]:
    """An offer ends with its last day; an arrival or a return that nobody has recorded is missed after its own."""
    if mobility.status == Status.OFFERED and mobility.offer_until:
        return [Deadline(rule="offer-ends", at=end_of_day(mobility.offer_until))]
    if mobility.status in BEFORE_ARRIVAL:
        begins = Deadline(rule="start-overdue", at=start_of_day(mobility.planned_from + DAY))
        due = mobility.decision_due if mobility.status == Status.NOMINATED else None
        return [begins, *([Deadline(rule="decision-overdue", at=start_of_day(due + DAY))] if due else [])]
    if mobility.status == Status.ARRIVED:
        return [Deadline(rule="return-overdue", at=start_of_day(mobility.planned_to + DAY))]
    return []


def seats_of(mobility_id: UUID) -> Executable:
    """Take the seats before a stay: whoever leaves one moves others, whose own commands would wait the other way."""
    condition = select(col(Mobility.condition_id)).where(col(Mobility.id) == mobility_id).scalar_subquery()
    return select(col(Seats.condition_id)).where(col(Seats.condition_id) == condition).with_for_update()


mobilities = AggregateDefinition(
    Mobility,
    state=MobilityState,
    topic="mobility.mobilities.v1",
    readers=(*DESK, AUDITOR, RECTORATE, FINANCE, THE_PERSON),
    deadlines=deadlines_of,
    after=seats_of,
    unasked={
        Status.WAITLISTED: [Status.OFFERED],
        Status.OFFERED: [Status.LAPSED, Status.WAITLISTED],
        Status.ACCEPTED: [Status.AGREED],
    },
    tasks=tasks_of,
)
mobilities.also_emits(
    MobilityEntered,
    MobilityOffered,
    MobilityWaitlisted,
    MobilityMovedUp,
    MobilityPutAtRisk,
    MobilityRiskLifted,
    MobilityGrantRecalculated,
)
