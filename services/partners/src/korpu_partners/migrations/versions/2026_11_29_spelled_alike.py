"""Names and numbers are compared as people write them: ё as е, Persian letters as Arabic ones, № as no part of a number."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.i18n.text import fold

revision = "partners_spelled_alike"
down_revision = "partners_epochs"
branch_labels = None
depends_on = None

# Only names with such letters have another key than before.
ALIKE = "[\u0400-\u04ff\u0600-\u06ff\u00ad\u200b-\u200f\u2060\ufeff]"


def upgrade() -> None:
    named = sa.text("SELECT id, names FROM organisation WHERE CAST(names AS text) ~ :alike")
    known = op.get_bind().execute(named.columns(sa.column("id", sa.Uuid), sa.column("names", JSONB)), {"alike": ALIKE})
    for id, names in known.all():
        keys = sorted({fold(name["text"]) for name in names})
        op.get_bind().execute(
            sa.text("UPDATE organisation SET name_keys = :keys WHERE id = :id"), {"keys": keys, "id": id}
        )
    op.execute("UPDATE letter SET their_key = regexp_replace(their_key, '^(no|n)(?=[0-9])', '')")
