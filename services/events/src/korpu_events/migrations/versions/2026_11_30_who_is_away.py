"""Those of us who are away with a delegation that we send are busy on its days."""

from alembic import op

revision = "events_who_is_away"
down_revision = "events_resources"
branch_labels = None
depends_on = None

AWAY = """
INSERT INTO booking (item_id, taken, visit_id, starts, ends)
SELECT visit.id, 'person:' || away.person, visit.id, visit.starts::timestamp AT TIME ZONE 'Asia/Baku',
       (visit.ends + 1)::timestamp AT TIME ZONE 'Asia/Baku' - interval '1 microsecond'
FROM visit, LATERAL (
    SELECT each ->> 'person_id' AS person FROM jsonb_array_elements(visit.hosts || visit.interpreters) AS each
    UNION SELECT jsonb_array_elements_text(visit.escort)
) AS away
WHERE visit.direction = 'outgoing' AND visit.status IN ('approved', 'planning', 'confirmed', 'in_progress')
"""


def upgrade() -> None:
    """Bring the database forward."""
    op.execute(AWAY)
