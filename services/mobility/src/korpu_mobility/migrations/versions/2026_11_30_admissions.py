"""Foreign citizens who are invited to study: admission, migration office and arrangements."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "mobility_admissions"
down_revision = "mobility_learning_results"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "admission",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("agreement_id", sa.Uuid(), nullable=True),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("funding", sa.Text(), nullable=False),
        sa.Column("academic_year", sa.Text(), nullable=False),
        sa.Column("education_country", sa.Text(), nullable=False),
        sa.Column("residence", sa.Text(), nullable=True),
        sa.Column("portal_number", sa.Text(), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("documents", JSONB(), nullable=False),
        sa.Column("recognition_asked_on", sa.Date(), nullable=True),
        sa.Column("recognised_on", sa.Date(), nullable=True),
        sa.Column("offered_on", sa.Date(), nullable=True),
        sa.Column("offer_until", sa.Date(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("order_date", sa.Date(), nullable=True),
        sa.Column("leave_until", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("departed_on", sa.Date(), nullable=True),
        sa.Column("stood", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("migration", sa.Text(), nullable=False),
        sa.Column("letter_number", sa.Text(), nullable=True),
        sa.Column("letter_on", sa.Date(), nullable=True),
        sa.Column("visa", JSONB(), nullable=True),
        sa.Column("arrived_on", sa.Date(), nullable=True),
        sa.Column("place", JSONB(), nullable=True),
        sa.Column("permit_application", JSONB(), nullable=True),
        sa.Column("permit", JSONB(), nullable=True),
        sa.Column("registration_clock", JSONB(), nullable=True),
        sa.Column("permit_clock", JSONB(), nullable=True),
        sa.Column("requests", JSONB(), nullable=False),
        sa.UniqueConstraint("portal_number", name="admission_portal_number"),
    )
    op.create_index(op.f("ix_admission_person_id"), "admission", ["person_id"], unique=False)
