"""What was promised with a day, and whether it was done by then."""

from korpu_gateway.indicators.definitions import Day, Dimension, Indicator, Measure, Unit
from korpu_gateway.indicators.dimensions import UNIT, column, status

BY = (
    Dimension("origin", "r.doc->>'origin_kind'"),
    column("priority", "Priority"),
    UNIT,
    status("ActionPointStatus"),
)
DUE = {"dueSince": ":from", "dueUntil": ":to"}

INDICATORS = (
    Indicator("obligations-due", "action_point", Day.PERIOD, Unit.ACTION_POINTS, BY, DUE),
    Indicator(
        "obligations-kept",
        "action_point",
        Day.PERIOD,
        Unit.PERCENT,
        BY,
        DUE,
        measure=Measure.SHARE,
        measured="CASE WHEN r.doc->>'done_on' <= r.due THEN 1 ELSE 0 END",
    ),
)
