"""Seats of agreements: offered, taken and left unused in the academic years that begin in the period."""

from korpu_gateway.indicators.definitions import Beside, Day, Dimension, Indicator, Measure, Unit
from korpu_gateway.indicators.dimensions import organisation

PARTNER = "coalesce(e.value->'condition'->'from'->>'organisation_id', e.value->'condition'->'to'->>'organisation_id')"
YEARS = """(SELECT jsonb_agg(jsonb_build_object('condition', t.held, 'year', y || '/' || (y + 1)))
    FROM jsonb_array_elements(r.doc->'conditions') AS t(held),
        generate_series(left(t.held->>'first_year', 4)::integer, left(t.held->>'last_year', 4)::integer) AS y
    WHERE y || '-09-15' BETWEEN :from AND :to)"""
BY = (
    Dimension(
        "direction",
        "CASE WHEN e.value->'condition'->'from'->>'organisation_id' IS NULL THEN 'outgoing' ELSE 'incoming' END",
        words="MobilityDirection",
    ),
    Dimension("kind", "e.value->'condition'->>'kind'", words="Stay"),
    Dimension("academic_year", "e.value->>'year'"),
    Dimension("unit", "r.unit"),
    *organisation(PARTNER),
)
IN_FORCE = {"inForceOn": ":day"}
PEOPLE = "(e.value->'condition'->>'people_per_year')::integer"
TAKEN = Beside(
    "taken",
    """SELECT s.condition_id, s.academic_year, count(*) AS people FROM @mobility s
    WHERE s.status IN ('offered', 'nominated', 'accepted', 'agreed', 'arrived', 'returned', 'returned_early',
        'recognised', 'closed')
    GROUP BY s.condition_id, s.academic_year""",
    "b.condition_id = (e.value->'condition'->>'id')::uuid AND b.academic_year = e.value->>'year'",
)


def seats(code: str, measured: str, *beside: Beside) -> Indicator:
    """Seats of the agreements that are in force on the last day."""
    return Indicator(
        code,
        "agreement",
        Day.LAST_DAY,
        Unit.PLACES,
        BY,
        IN_FORCE,
        parts=YEARS,
        beside=beside,
        measure=Measure.TOTAL,
        measured=measured,
    )


INDICATORS = (
    seats("seats-offered", PEOPLE),
    seats("seats-taken", "coalesce(b.people, 0)", TAKEN),
    seats("seats-unused", f"greatest({PEOPLE} - coalesce(b.people, 0), 0)", TAKEN),
)
