"""Templates of reports, reports with their frozen figures, and the parts of units."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.persistence.schema import create_aggregate

revision = "events_reports"
down_revision = "events_certificates"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_aggregate(
        "report_template",
        sa.Column("title", JSONB(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("indicators", JSONB(), nullable=False),
        sa.Column("questions", JSONB(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
    )
    _create_report()
    _create_unit_report()


def _create_report() -> None:
    create_aggregate(
        "report",
        sa.Column("title", JSONB(), nullable=False),
        sa.Column("summary", JSONB(), nullable=True),
        sa.Column("template_id", sa.Uuid(), nullable=False),
        sa.Column("template_edition", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("units", JSONB(), nullable=False),
        sa.Column("accepted", JSONB(), nullable=False),
        sa.Column("without", JSONB(), nullable=False),
        sa.Column("indicators", JSONB(), nullable=False),
        sa.Column("freezing", JSONB(), nullable=True),
        sa.Column("freezes", JSONB(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=True),
        sa.Column("consolidated_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_freeze", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
    )
    op.create_index(op.f("ix_report_template_id"), "report", ["template_id"])
    op.create_index(
        "report_one_a_period",
        "report",
        ["template_id", "starts", "ends"],
        unique=True,
        postgresql_where=sa.text("status <> 'withdrawn'"),
    )
    op.create_table(
        "report_figures",
        sa.Column("report_id", sa.Uuid(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("figures", JSONB(), nullable=False),
        sa.Column("differences", JSONB(), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=False),
    )


def _create_unit_report() -> None:
    create_aggregate(
        "unit_report",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("template_id", sa.Uuid(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.Column("questions", JSONB(), nullable=False),
        sa.Column("answers", JSONB(), nullable=False),
        sa.Column("earlier_id", sa.Uuid(), nullable=True),
        sa.Column("unchanged", sa.Boolean(), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("submitted_by", sa.Text(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
    )
    for column in ("report_id", "template_id"):
        op.create_index(op.f(f"ix_unit_report_{column}"), "unit_report", [column])
