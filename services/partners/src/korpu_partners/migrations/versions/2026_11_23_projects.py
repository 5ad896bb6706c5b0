"""Joint projects."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "partners_projects"
down_revision = "partners_papers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "joint_project",
        sa.Column("title", JSONB(), nullable=False),
        sa.Column("summary", JSONB(), nullable=True),
        sa.Column("partners", JSONB(), nullable=False),
        sa.Column("partner_ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("call", sa.Text(), nullable=True),
        sa.Column("funder", JSONB(), nullable=True),
        sa.Column("funder_key", sa.Text(), nullable=True),
        sa.Column("grant_number", sa.Text(), nullable=True),
        sa.Column("budget", JSONB(), nullable=True),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("responsible", sa.Text(), nullable=False),
        sa.Column("shaped_by", sa.Text(), nullable=False),
        sa.Column("principal_investigator_id", sa.Uuid(), nullable=True),
        sa.Column("members", JSONB(), nullable=False),
        sa.Column("outputs", JSONB(), nullable=False),
        sa.Column("reports", JSONB(), nullable=False),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=True),
        sa.Column("origin", JSONB(), nullable=True),
        sa.Column("proposed_on", sa.Date(), nullable=True),
        sa.Column("funded_on", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_early_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("no_outputs", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
    )
    op.create_index(op.f("ix_joint_project_responsible"), "joint_project", ["responsible"], unique=False)
    op.create_index(
        "joint_project_grant_once",
        "joint_project",
        ["funder_key", "grant_number"],
        unique=True,
        postgresql_where=sa.text("grant_number IS NOT NULL"),
    )
    op.create_index("joint_project_partner_ids", "joint_project", ["partner_ids"], unique=False, postgresql_using="gin")
