"""What people asked the office, and how long the answers took."""

from korpu_gateway.indicators.definitions import Day, Indicator, Measure, Unit
from korpu_gateway.indicators.dimensions import UNIT, column, status

BY = (
    column("topic", "EnquiryTopic"),
    column("channel", "EnquiryChannel"),
    column("language"),
    UNIT,
    status("EnquiryStatus"),
)
ASKED = {"askedSince": ":from", "askedUntil": ":to"}
ANSWERED = "r.doc->>'answered_on' IS NOT NULL"
TOOK = "(r.doc->>'answered_on')::date - r.asked_on::date"

INDICATORS = (
    Indicator("enquiries-asked", "enquiry", Day.PERIOD, Unit.ENQUIRIES, BY, ASKED),
    Indicator(
        "enquiry-answer-days-median",
        "enquiry",
        Day.PERIOD,
        Unit.DAYS,
        BY,
        ASKED,
        also=ANSWERED,
        measure=Measure.MEDIAN,
        measured=TOOK,
    ),
    Indicator(
        "enquiries-answered-in-time",
        "enquiry",
        Day.PERIOD,
        Unit.PERCENT,
        BY,
        ASKED,
        also=ANSWERED,
        measure=Measure.SHARE,
        measured="CASE WHEN r.in_time THEN 1 ELSE 0 END",
    ),
)
