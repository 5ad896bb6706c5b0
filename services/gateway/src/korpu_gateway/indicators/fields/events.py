"""Conferences, seminars and information days, and who came to them from abroad."""

from korpu_gateway.indicators.definitions import Day, Dimension, Indicator, Measure, Unit
from korpu_gateway.indicators.dimensions import UNIT, column, status

BY = (
    column("kind", "EventKind"),
    UNIT,
    column("visibility", "EventVisibility"),
    Dimension("online", "r.doc->>'online'"),
    status("EventStatus"),
)
HELD = {"startsSince": ":from", "startsUntil": ":to", "status": ["held", "reported"]}

INDICATORS = (
    Indicator("events-held", "event", Day.PERIOD, Unit.EVENTS, BY, HELD),
    Indicator(
        "foreign-delegates",
        "event",
        Day.PERIOD,
        Unit.PEOPLE,
        (*BY, Dimension("country", "e.value->>'country'")),
        HELD,
        parts="r.doc->'delegates'",
        measure=Measure.TOTAL,
        measured="(e.value->>'people')::integer",
    ),
)
