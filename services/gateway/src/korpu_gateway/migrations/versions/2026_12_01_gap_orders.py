"""Gaps know whether everybody sees them, and are listed by an index in both orders."""

from alembic import op

revision = "gateway_gap_orders"
down_revision = "gateway_remembered"
branch_labels = None
depends_on = None

PUBLIC = {
    "agreement": ("d.status IN ('in_force', 'expiring')", ("title", "obligations", "articles")),
    "event": ("d.visibility = 'public'", ("title", "summary", "sessions")),
    "frequent_answer": ("d.published_on IS NOT NULL", ("question", "answer")),
    "joint_project": ("d.status IN ('funded', 'active', 'reported', 'closed')", ("title", "summary", "outputs")),
    "opportunity": (
        "d.published_on IS NOT NULL",
        ("title", "description", "documents", "criteria", "obligations"),
    ),
    "report": ("d.published_on IS NOT NULL", ("title", "summary")),
    "publication": ("d.status IN ('published', 'distributed')", ("title", "annotation")),
}
AGE = (
    "lpad((extract(epoch FROM since AT TIME ZONE 'UTC') * 1000000)::bigint::text, 17, '0')"
    " || kind || '|' || id || '|' || field || '|' || part || '|' || language"
)
PROMISE = "CASE WHEN public AND language IN ('az', 'en') THEN '0' WHEN public THEN '1' ELSE '2' END || "


def upgrade() -> None:
    """Bring the database forward."""
    op.execute("ALTER TABLE gap ADD COLUMN public boolean NOT NULL DEFAULT false")
    for kind, (seen, fields) in PUBLIC.items():
        op.execute(
            f"UPDATE gap SET public = TRUE FROM {kind} d WHERE gap.kind = '{kind}' AND d.id = gap.id AND {seen}"  # noqa: S608 -- our own names
            f" AND gap.field = ANY('{{{','.join(fields)}}}')"
        )
    for name, rank in (("by_age", ""), ("by_promise", PROMISE)):
        key = f'{name} text COLLATE "C" GENERATED ALWAYS AS ({rank}{AGE}) STORED'
        op.execute(f"ALTER TABLE gap ADD COLUMN {key}")
        op.execute(f"CREATE INDEX gap_{name} ON gap (kind, {name})")
