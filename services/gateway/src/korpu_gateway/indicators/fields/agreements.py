"""Agreements: in force, about to end, without anything that comes of them, and how long they take."""

from korpu_gateway.indicators.definitions import Beside, Day, Dimension, Indicator, Measure, Unit
from korpu_gateway.indicators.dimensions import UNIT, column, organisations, status

PARTIES = "jsonb_path_query_array(r.doc, '$.parties[*].organisation_id ? (@ != null)')"
BY = (column("kind", "AgreementKind"), UNIT, status("AgreementStatus"), *organisations(PARTIES))
IN_FORCE = {"inForceOn": ":day"}
SIGNED = {"signedSince": ":from", "signedUntil": ":to"}
DRAFTED = "(r.doc->>'created_at')::timestamptz AT TIME ZONE 'Asia/Baku'"
TOOK = f"(r.doc->>'signed_on')::date - ({DRAFTED})::date"
NOT_OF_THE_PAST = "(r.doc->'history') IS NOT DISTINCT FROM 'null'::jsonb OR (r.doc->'history') IS NULL"

CAME_OF = Beside(
    "lively",
    """SELECT DISTINCT agreement_id FROM (
        SELECT s.agreement_id FROM @mobility s WHERE s.planned_from <= :to AND s.doc->>'planned_to' >= :from
            AND s.status NOT IN ('rejected', 'cancelled', 'not_shown', 'declined', 'lapsed')
        UNION ALL
        SELECT t.agreement_id FROM @trip t WHERE t.starts <= :to AND t.ends >= :from
            AND t.status NOT IN ('draft', 'rejected', 'cancelled')
        UNION ALL
        SELECT unnest(v.agreement_ids) FROM @visit v WHERE v.starts <= :to AND v.doc->>'ends' >= :from
            AND v.status NOT IN ('declined', 'cancelled', 'postponed')
        UNION ALL
        SELECT p.agreement_id FROM @publication p WHERE p.published_on BETWEEN :from AND :to
        UNION ALL
        SELECT o.agreement_id FROM @opportunity o WHERE o.doc->>'published_on' BETWEEN :from AND :to
    ) named WHERE agreement_id IS NOT NULL""",
    "b.agreement_id = c.id",
)
WAITED = Beside(
    "waited",
    """SELECT h.id AS agreement_id, h.doc->>'ball_with' AS ball_with,
        extract(epoch FROM least(h.valid_to, :instant) - h.valid_from) / 86400 AS days
    FROM history h WHERE h.kind = 'agreement' AND h.valid_from <= :instant
        AND h.doc->>'signed_on' IS NULL AND h.doc->>'ball_with' IS NOT NULL""",
    "b.agreement_id = c.id",
)

INDICATORS = (
    Indicator("agreements-in-force", "agreement", Day.LAST_DAY, Unit.AGREEMENTS, BY, IN_FORCE),
    Indicator(
        "agreements-expiring",
        "agreement",
        Day.LAST_DAY,
        Unit.AGREEMENTS,
        BY,
        {**IN_FORCE, "endsSince": ":day", "endsUntil": ":day+180"},
    ),
    Indicator(
        "agreements-without-activity",
        "agreement",
        Day.LAST_DAY,
        Unit.AGREEMENTS,
        BY,
        IN_FORCE,
        beside=(CAME_OF,),
        of_parts="b.agreement_id IS NULL",
    ),
    Indicator("agreements-signed", "agreement", Day.PERIOD, Unit.AGREEMENTS, BY, SIGNED),
    Indicator(
        "agreement-signing-days-median",
        "agreement",
        Day.PERIOD,
        Unit.DAYS,
        BY,
        SIGNED,
        also=NOT_OF_THE_PAST,
        measure=Measure.MEDIAN,
        measured=TOOK,
    ),
    Indicator(
        "agreement-signing-days-p90",
        "agreement",
        Day.PERIOD,
        Unit.DAYS,
        BY,
        SIGNED,
        also=NOT_OF_THE_PAST,
        measure=Measure.NINETIETH,
        measured=TOOK,
    ),
    Indicator(
        "agreement-waiting-days",
        "agreement",
        Day.PERIOD,
        Unit.DAYS,
        (*BY, Dimension("waited_for", "b.ball_with", words="BallWith")),
        SIGNED,
        also=NOT_OF_THE_PAST,
        beside=(WAITED,),
        of_parts="b.agreement_id IS NOT NULL",
        measure=Measure.MEAN_OF_EACH,
        measured="b.days",
    ),
)
