"""Stays: who went and who came, what that counts for, and whether it is in balance."""

from korpu_gateway.indicators.definitions import Day, Dimension, Indicator, Measure, Unit
from korpu_gateway.indicators.dimensions import ISCED, UNIT, column, organisation, status
from korpu_gateway.reads.permissions import OFFICE

SEEN = OFFICE | {"faculty_coordinator", "finance", "rectorate", "auditor"}
PARTNER = "CASE r.direction WHEN 'outgoing' THEN r.doc->>'receiver_id' ELSE r.doc->>'sender_id' END"
BY = (
    column("audience", "Audience"),
    Dimension("kind", "r.doc->>'kind'", words="Stay"),
    Dimension("level", "r.level::text", field="level"),
    ISCED,
    column("funding", "Funding"),
    column("academic_year"),
    UNIT,
    status("MobilityStatus"),
    *organisation(PARTNER),
)
DIRECTION = column("direction", "MobilityDirection")
BEGUN = {
    "beganSince": ":from",
    "beganUntil": ":to",
    "status": ["arrived", "returned", "returned_early", "recognised", "closed"],
}
YEAR_BEGINS = "(left(e.value->>'academic_year', 4) || '-09-15') BETWEEN :from AND :to"
AMOUNT = "(e.value->>'amount')::numeric"
SIGNED_AMOUNT = f"{AMOUNT} * CASE r.direction WHEN 'outgoing' THEN 1 ELSE -1 END"
POSTED = (
    *(each for each in BY if each.code not in {"academic_year", "status"}),
    Dimension("academic_year", "e.value->>'academic_year'"),
)


def posted(code: str, unit: Unit, measured: str, *more: Dimension) -> Indicator:
    """What the reciprocity ledger holds of the academic years that begin in the period."""
    return Indicator(
        code,
        "mobility",
        Day.PERIOD,
        unit,
        (*POSTED, *more),
        parts="r.doc->'postings'",
        of_parts=f"e.value->>'unit' = '{unit.value}' AND {YEAR_BEGINS}",
        measure=Measure.TOTAL,
        measured=measured,
        of_persons=True,
        seen_by=SEEN,
    )


def begun(code: str, direction: str) -> Indicator:
    """Stays that began in the period."""
    where = {**BEGUN, "direction": [direction]}
    return Indicator(code, "mobility", Day.PERIOD, Unit.STAYS, BY, where, of_persons=True, seen_by=SEEN)


INDICATORS = (
    begun("stays-outgoing", "outgoing"),
    begun("stays-incoming", "incoming"),
    posted("person-months", Unit.PERSON_MONTHS, AMOUNT, DIRECTION),
    posted("staff-days", Unit.STAFF_DAYS, AMOUNT, DIRECTION),
    posted("balance-person-months", Unit.PERSON_MONTHS, SIGNED_AMOUNT),
    posted("balance-staff-days", Unit.STAFF_DAYS, SIGNED_AMOUNT),
)
