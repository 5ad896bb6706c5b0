"""Organisations by their parent, tags, kinds and the day on which they were confirmed."""

from alembic import op

from korpu_gateway.readmodel.columns import ordered, reference, words
from korpu_gateway.readmodel.ddl import add_column

revision = "gateway_organisation_tree"
down_revision = "gateway_letters"
branch_labels = None
depends_on = None

WORDS_AT = """
    CREATE FUNCTION words_at(doc jsonb, path jsonpath) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT coalesce(array_agg(found #>> '{}'), '{}') FROM jsonb_path_query(doc, path) AS found $$
"""


def upgrade() -> None:
    op.execute(WORDS_AT)
    for column in (reference("parent_id"), ordered("confirmed_on"), words("tags"), words("kinds")):
        add_column("organisation", column)
