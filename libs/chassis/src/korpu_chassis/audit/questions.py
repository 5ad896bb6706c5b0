"""The questions that find the first row of audit and access log that is not what was written."""

from sqlalchemy import TextClause, text

from korpu_chassis.audit.seals import covered, sealed
from korpu_chassis.persistence.audit_digest import digest

CHANGES = text(f"""
    SELECT id, CASE WHEN version = coalesce(before, 0) + 1 THEN 'the row, or the hash before it, was changed'
        ELSE 'changes before it are missing' END AS what
    FROM (
        SELECT *, lag(version) OVER w AS before, lag(hash) OVER w AS before_hash
        FROM audit WINDOW w AS (PARTITION BY aggregate_id ORDER BY version)
    ) AS r
    WHERE version <> coalesce(before, 0) + 1 OR hash IS DISTINCT FROM {digest("audit", "r", "before_hash")}
    ORDER BY id LIMIT 1
""")  # noqa: S608 -- our own text
LOOKS = text(f"""
    SELECT r.id, CASE WHEN r.previous IS NOT NULL AND p.id IS NULL THEN 'the look before it is missing'
        ELSE 'the row, or the hash before it, was changed' END AS what
    FROM read_log AS r LEFT JOIN read_log AS p ON p.id = r.previous AND p.about = r.about
    WHERE (r.previous IS NOT NULL AND p.id IS NULL) OR r.hash IS DISTINCT FROM {digest("read_log", "r", "p.hash")}
    ORDER BY r.id LIMIT 1
""")  # noqa: S608 -- our own text
SEALS = text(f"""
    SELECT s.id, CASE WHEN a.n <> s.audit_rows OR r.n <> s.read_log_rows
        THEN format('it covers %s changes and %s looks; %s and %s are there',
            s.audit_rows, s.read_log_rows, a.n, r.n)
        ELSE 'what it covers, or the seal before it, was changed' END AS what
    FROM (
        SELECT *, lag(hash) OVER w AS before, coalesce(lag(audit_upto) OVER w, 0) AS audit_after,
            coalesce(lag(read_log_upto) OVER w, 0) AS read_log_after
        FROM audit_seal WINDOW w AS (ORDER BY id)
    ) AS s
        CROSS JOIN LATERAL ({covered("audit", "s.audit_after", "s.audit_upto")}) AS a
        CROSS JOIN LATERAL ({covered("read_log", "s.read_log_after", "s.read_log_upto")}) AS r
    WHERE s.hash IS DISTINCT FROM {sealed("s", "s.before", "a.hashes", "r.hashes")}
    ORDER BY s.id LIMIT 1
""")  # noqa: S608 -- our own text
COUNTS = text("""
    SELECT (SELECT count(*) FROM audit) AS changes, (SELECT count(*) FROM read_log) AS looks,
        (SELECT count(*) FROM audit_seal) AS seals,
        (SELECT encode(hash, 'hex') FROM audit_seal ORDER BY id DESC LIMIT 1) AS head
""")
KNOWN = text("SELECT EXISTS (SELECT FROM audit_seal WHERE encode(hash, 'hex') = :head)")


def agreeing(table: str) -> TextClause:
    """Things of this table that are not at the version of their last change."""
    return text(f"""
        SELECT t.id, format('it is at version %s, audit knows %s', t.version, coalesce(a.version, 0)) AS what
        FROM "{table}" AS t
            LEFT JOIN (SELECT aggregate_id, max(version) AS version FROM audit GROUP BY 1) AS a ON a.aggregate_id = t.id
        WHERE t.version <> coalesce(a.version, 0) ORDER BY t.id LIMIT 1
    """)  # noqa: S608 -- a table of our own
