"""Foreign citizens who are invited to study."""

from korpu_gateway.readmodel.columns import number, ordered, reference, word, yes_no
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_admissions"
down_revision = "gateway_events"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the database forward."""
    create_shelf(
        "admission",
        word("migration"),
        word("arrangements"),
        word("basis"),
        word("funding"),
        number("level"),
        word("language"),
        ordered("academic_year"),
        word("education_country"),
        ordered("registration_due", empty="9999-12-31"),
        yes_no("registration_overdue"),
        ordered("permit_due", empty="9999-12-31"),
        yes_no("permit_overdue"),
        ordered("permit_until", empty="9999-12-31"),
        reference("person_id"),
        reference("organisation_id"),
        reference("agreement_id"),
    )
