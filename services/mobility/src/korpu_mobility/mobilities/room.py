"""The room of mobilities: their topic, who may read them, and the clock of an offered seat."""

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands import Room
from korpu_chassis.deadlines import Deadline
from korpu_mobility.mobilities.lifecycle import Status
from korpu_mobility.mobilities.messages import MobilityMovedUp, MobilityOffered, MobilityPutAtRisk, MobilityRiskLifted
from korpu_mobility.mobilities.state import MobilityState
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.roles import AUDITOR, DESK, FINANCE, RECTORATE, THE_PERSON


def deadlines_of(mobility: Mobility) -> list[Deadline]:
    """An offer ends with its last day."""
    if mobility.status == Status.OFFERED and mobility.offer_until:
        return [Deadline(rule="offer-ends", at=end_of_day(mobility.offer_until))]
    return []


mobilities = Room(
    Mobility,
    state=MobilityState,
    topic="mobility.mobilities.v1",
    readers=(*DESK, AUDITOR, RECTORATE, FINANCE, THE_PERSON),
    deadlines=deadlines_of,
    unasked={Status.WAITLISTED: [Status.OFFERED], Status.OFFERED: [Status.LAPSED]},
)
mobilities.overhears(MobilityOffered, MobilityMovedUp, MobilityPutAtRisk, MobilityRiskLifted)
