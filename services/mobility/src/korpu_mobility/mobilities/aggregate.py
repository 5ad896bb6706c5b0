"""The definition of mobilities: their topic, who may read them, and the clock of an offered seat."""

from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.deadlines import Deadline
from korpu_mobility.consumers.tables import Seats
from korpu_mobility.mobilities.domain.lifecycle import Status
from korpu_mobility.mobilities.facts import MobilityMovedUp, MobilityOffered, MobilityPutAtRisk, MobilityRiskLifted
from korpu_mobility.mobilities.state import MobilityState
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import AUDITOR, DESK, FINANCE, RECTORATE, THE_PERSON


def deadlines_of(mobility: Mobility) -> list[Deadline]:
    """An offer ends with its last day."""
    if mobility.status == Status.OFFERED and mobility.offer_until:
        return [Deadline(rule="offer-ends", at=end_of_day(mobility.offer_until))]
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
    unasked={Status.WAITLISTED: [Status.OFFERED], Status.OFFERED: [Status.LAPSED]},
)
mobilities.also_emits(MobilityOffered, MobilityMovedUp, MobilityPutAtRisk, MobilityRiskLifted)
