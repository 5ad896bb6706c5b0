"""Registrations for events, the count of their places, and the links of their guests."""

import sqlalchemy as sa
from alembic import op

from korpu_chassis.persistence.schema import create_aggregate

revision = "events_registrations"
down_revision = "events_papers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward; events that are there have no registrations yet."""
    create_aggregate(
        "registration",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("guest", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("registrant", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("affiliation", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("confirm_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_by", sa.Text(), nullable=True),
        sa.Column("forgotten", sa.Boolean(), nullable=False),
    )
    op.create_index(op.f("ix_registration_event_id"), "registration", ["event_id"])
    op.create_index(
        "registration_one_each",
        "registration",
        ["event_id", "registrant"],
        unique=True,
        postgresql_where=sa.text("status <> 'cancelled'"),
    )
    op.create_index(
        "registration_line", "registration", ["event_id", "line"], postgresql_where=sa.text("status = 'waiting'")
    )
    op.create_table(
        "event_places",
        sa.Column("event_id", sa.Uuid(), primary_key=True),
        sa.Column("numbered", sa.Integer(), nullable=False),
        sa.Column("lined", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
    )
    op.execute("INSERT INTO event_places SELECT id, 0, 0, 0 FROM event")
    op.create_table(
        "guest_link",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("secret_hash", sa.Text(), nullable=False, unique=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("thing", sa.Uuid(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("counted_from", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("guest_link_thing", "guest_link", ["thing"])
