"""Files of joint projects."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "partners_project_files"
down_revision = "partners_register_encodings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.add_column("joint_project", sa.Column("files", JSONB(), nullable=False, server_default="[]"))
