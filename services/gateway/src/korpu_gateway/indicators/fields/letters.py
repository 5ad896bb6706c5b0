"""Letters that wait for an answer of ours, and whether it went out in time."""

from korpu_gateway.indicators.definitions import Day, Indicator, Measure, Unit
from korpu_gateway.indicators.dimensions import UNIT, column, status

BY = (column("nature", "LetterNature"), column("priority", "Priority"), UNIT, status("LetterStatus"))
DUE = {
    "direction": ["incoming"],
    "dueSince": ":from",
    "dueUntil": ":to",
    "status": ["registered", "assigned", "in_progress", "answered", "closed"],
}
IN_TIME = "CASE WHEN least(r.doc->>'answered_on', r.doc->>'closed_on') <= r.doc->>'due' THEN 1 ELSE 0 END"

INDICATORS = (
    Indicator("letters-due", "letter", Day.PERIOD, Unit.LETTERS, BY, DUE),
    Indicator(
        "letters-answered-in-time",
        "letter",
        Day.PERIOD,
        Unit.PERCENT,
        BY,
        DUE,
        measure=Measure.SHARE,
        measured=IN_TIME,
    ),
)
