"""The read model: documents of every kind with the columns that lists look things up by, and their history."""

from alembic import op

from korpu_gateway.readmodel.columns import Column, number, ordered, reference, references, word, yes_no
from korpu_gateway.readmodel.ddl import create_shelf

revision = "gateway_documents"
down_revision = None
branch_labels = ("gateway",)
depends_on = None

IDS_AT = """
    CREATE FUNCTION ids_at(doc jsonb, path jsonpath) RETURNS uuid[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT array_agg((found #>> '{}')::uuid) FROM jsonb_path_query(doc, path) AS found $$
"""
HISTORY = """
    CREATE TABLE history (
        kind text NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL,
        fact text NOT NULL,
        change jsonb NOT NULL,
        doc jsonb NOT NULL,
        valid_from timestamptz NOT NULL,
        valid_to timestamptz,
        actor text,
        correlation_id uuid,
        PRIMARY KEY (kind, id, version)
    ) WITH (toast_tuple_target = 8160)
"""
KINDS: dict[str, tuple[Column, ...]] = {
    "action_point": (
        word("priority"),
        ordered("due"),
        reference("owner_id"),
        reference("verifier_id"),
        reference("origin_id"),
    ),
    "agreement": (
        word("kind"),
        ordered("starts"),
        ordered("ends", empty="9999-12-31"),
        word("ball_with"),
        reference("predecessor_id"),
        reference("visit_id"),
        reference("origin_id", "origin,id"),
        references("organisation_ids", "$.parties[*].organisation_id ? (@ != null)"),
    ),
    "mobility": (
        word("direction"),
        word("audience"),
        ordered("academic_year"),
        word("risk"),
        ordered("planned_from"),
        number("waiting"),
        reference("person_id"),
        reference("sender_id"),
        reference("receiver_id"),
        reference("agreement_id"),
        reference("condition_id"),
    ),
    "organisation": (
        ordered("country"),
        word("scope"),
        word("ror"),
        word("city"),
        references("aliases", "$.aliases[*]"),
    ),
    "person": (),
    "visit": (
        word("direction"),
        ordered("starts"),
        yes_no("overdue"),
        references("organisation_ids", "$.organisations[*]"),
        references("agreement_ids", "$.programme[*].agreement_id ? (@ != null)"),
    ),
}


def upgrade() -> None:
    op.execute(IDS_AT)
    for kind, columns in KINDS.items():
        create_shelf(kind, *columns)
    op.execute(HISTORY)
    op.execute("CREATE INDEX history_as_of ON history (kind, valid_from)")
    op.execute("CREATE INDEX history_story ON history (correlation_id)")


def downgrade() -> None:
    for kind in (*KINDS, "history"):
        op.execute(f"DROP TABLE {kind}")
    op.execute("DROP FUNCTION ids_at(jsonb, jsonpath)")
