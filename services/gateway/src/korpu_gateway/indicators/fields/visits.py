"""Delegations, here and abroad, and whether anything came of them."""

from korpu_gateway.indicators.definitions import Beside, Day, Dimension, Indicator, Measure, Unit
from korpu_gateway.indicators.dimensions import UNIT, column, organisations, status

BY = (
    column("direction", "VisitDirection"),
    UNIT,
    status("VisitStatus"),
    Dimension("rank", "r.doc->>'head_level'", words="Rank"),
    *organisations("r.doc->'organisations'"),
)
TOOK_PLACE = {
    "startsSince": ":from",
    "startsUntil": ":to",
    "status": ["in_progress", "completed", "reported", "closed"],
}
CAME_OF = Beside(
    "came_of",
    """SELECT visit_id, min(day) AS day FROM (
        SELECT coalesce(a.visit_id, a.origin_id) AS visit_id,
            ((a.doc->>'created_at')::timestamptz AT TIME ZONE 'Asia/Baku')::date AS day
        FROM @agreement a WHERE coalesce(a.visit_id, a.origin_id) IS NOT NULL
    ) led GROUP BY visit_id""",
    "b.visit_id = c.id",
)
LED_TO_SOMETHING = """jsonb_array_length(r.doc->'signed') > 0
    OR jsonb_path_exists(r.doc, '$.outcomes[*] ? (@.kind != "other")')"""
OUTCOME_UNTIL = "((r.doc->>'ends')::date + interval '12 months')::date"

INDICATORS = (
    Indicator("visits", "visit", Day.PERIOD, Unit.VISITS, BY, TOOK_PLACE),
    Indicator(
        "visit-outcome-rate",
        "visit",
        Day.PERIOD,
        Unit.PERCENT,
        BY,
        TOOK_PLACE,
        beside=(CAME_OF,),
        measure=Measure.SHARE,
        measured="CASE WHEN [led] OR b.day <= [until] THEN 1 ELSE 0 END",
        reckoned={"led": LED_TO_SOMETHING, "until": OUTCOME_UNTIL},
    ),
)
