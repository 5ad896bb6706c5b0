"""What waits for whom; things that were told before say it with their next version."""

from alembic import op

revision = "gateway_tasks"
down_revision = "gateway_resources"
branch_labels = None
depends_on = None

TABLE = """
    CREATE TABLE task (
        id uuid NOT NULL,
        place integer NOT NULL,
        kind text NOT NULL,
        thing uuid NOT NULL,
        what text NOT NULL,
        step integer NOT NULL,
        role text NOT NULL,
        unit text,
        subject text,
        person uuid,
        never text[] NOT NULL,
        since timestamptz NOT NULL,
        due text,
        epoch integer NOT NULL,
        version integer NOT NULL,
        ended boolean NOT NULL,
        PRIMARY KEY (id, place)
    )
"""


def upgrade() -> None:
    """Bring the database forward."""
    op.execute(TABLE)
    op.execute("CREATE INDEX task_thing ON task (thing)")
    op.execute("CREATE INDEX task_role ON task (role, unit, person)")
