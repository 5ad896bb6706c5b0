"""What lists hold is in their indexes at once, as the names of organisations are."""

from alembic import op

revision = "partners_found_at_once"
down_revision = "partners_looked_up_at_once"
branch_labels = None
depends_on = None

INDEXES = (
    "activity_organisation_ids",
    "agreement_partner_ids",
    "depending_agreement_ids",
    "joint_project_partner_ids",
    "letter_answer_ids",
    "letter_organisation_ids",
    "publication_author_ids",
    "publication_isbns",
)


def upgrade() -> None:
    """Bring the database forward."""
    for index in INDEXES:
        op.execute(f"ALTER INDEX {index} SET (fastupdate = off)")
        op.execute(f"SELECT gin_clean_pending_list('{index}')")
