"""People, their stays, and what is known of agreements and organisations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "mobility_people_and_mobilities"
down_revision = None
branch_labels = ("mobility",)
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    op.create_table(
        "erased_count",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("citizenship", sa.Text(), nullable=False),
        sa.Column("education_country", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "gender", "citizenship", "education_country"),
    )
    op.create_table(
        "known_agreement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("correlation_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "known_organisation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    create_aggregate(
        "mobility",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sender_id", sa.Uuid(), nullable=True),
        sa.Column("sender_unit", sa.Text(), nullable=True),
        sa.Column("receiver_id", sa.Uuid(), nullable=True),
        sa.Column("receiver_unit", sa.Text(), nullable=True),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("condition_id", sa.Uuid(), nullable=False),
        sa.Column("academic_year", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("planned_from", sa.Date(), nullable=False),
        sa.Column("planned_to", sa.Date(), nullable=False),
        sa.Column("actual_from", sa.Date(), nullable=True),
        sa.Column("actual_to", sa.Date(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("funding", sa.Text(), nullable=False),
        sa.Column("language_level", sa.Text(), nullable=True),
        sa.Column("waiting", sa.Integer(), nullable=True),
        sa.Column("seated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("offer_until", sa.Date(), nullable=True),
        sa.Column("risk", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("force_majeure", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ects", sa.Numeric(), nullable=True),
    )
    op.create_index(op.f("ix_mobility_agreement_id"), "mobility", ["agreement_id"], unique=False)
    op.create_index(op.f("ix_mobility_person_id"), "mobility", ["person_id"], unique=False)
    op.create_index("mobility_by_condition", "mobility", ["condition_id", "academic_year"], unique=False)
    create_aggregate(
        "person",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("university_number", sa.Text(), nullable=True),
        sa.Column("given_name", sa.Text(), nullable=True),
        sa.Column("family_name", sa.Text(), nullable=True),
        sa.Column("native_name", sa.Text(), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=True),
        sa.Column("citizenship", sa.Text(), nullable=True),
        sa.Column("education_country", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("search_key", sa.Text(), nullable=True),
        sa.Column("consents", JSONB(), nullable=False),
        sa.Column("documents", JSONB(), nullable=False),
        sa.Column("erased_on", sa.Date(), nullable=True),
        sa.UniqueConstraint("university_number", name="person_university_number"),
    )
    op.create_index(op.f("ix_person_search_key"), "person", ["search_key"], unique=False)
    op.create_table(
        "restricted_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("expires", sa.Date(), nullable=True),
        sa.Column("details", sa.Text(), nullable=True),
        sa.Column("keep_until", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_restricted_document_person_id"), "restricted_document", ["person_id"], unique=False)
    op.create_table(
        "seats",
        sa.Column("condition_id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("agreement_status", sa.Text(), nullable=False),
        sa.Column("sender_id", sa.Uuid(), nullable=True),
        sa.Column("sender_unit", sa.Text(), nullable=True),
        sa.Column("receiver_id", sa.Uuid(), nullable=True),
        sa.Column("receiver_unit", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("first_year", sa.Text(), nullable=True),
        sa.Column("last_year", sa.Text(), nullable=True),
        sa.Column("people_per_year", sa.Integer(), nullable=False),
        sa.Column("isced", JSONB(), nullable=False),
        sa.Column("eqf", JSONB(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("cefr", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("condition_id", "agreement_id"),
    )
    op.create_index(op.f("ix_seats_agreement_id"), "seats", ["agreement_id"], unique=False)
