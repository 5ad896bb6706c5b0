"""Official trips abroad and the days that they took; what they cost stays with their owner and is in no document."""

from korpu_gateway.indicators.definitions import Day, Dimension, Indicator, Measure, Unit
from korpu_gateway.indicators.dimensions import UNIT, column, status
from korpu_gateway.reads.permissions import OFFICE

SEEN = OFFICE | {"faculty_coordinator", "finance", "rectorate", "auditor"}
BY = (
    column("purpose_kind", "TripPurpose"),
    Dimension("country", "d.value #>> '{}'", each="r.doc->'countries'", field="country"),
    UNIT,
    Dimension("rank", "r.level", field="level", words="TravellerLevel"),
    column("risk", "TravelRisk"),
    status("TripStatus"),
)
TRAVELLED = {
    "startsSince": ":from",
    "startsUntil": ":to",
    "status": ["travelling", "report_due", "reported", "accepted", "settled"],
}

INDICATORS = (
    Indicator("trips", "trip", Day.PERIOD, Unit.TRIPS, BY, TRAVELLED, of_persons=True, seen_by=SEEN),
    Indicator(
        "trip-days",
        "trip",
        Day.PERIOD,
        Unit.DAYS,
        BY,
        TRAVELLED,
        measure=Measure.TOTAL,
        measured="r.ends::date - r.starts::date + 1",
        of_persons=True,
        seen_by=SEEN,
    ),
)
