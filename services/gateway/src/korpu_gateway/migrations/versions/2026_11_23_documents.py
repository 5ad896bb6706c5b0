"""The read model: documents of every kind with the columns that lists look things up by, and their history."""

from alembic import op

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
WORD = 'text COLLATE "C"'
EVERYWHERE = (
    ("status", WORD, "doc#>>'{status}'"),
    ("code", WORD, "coalesce(doc#>>'{code}', '')"),
    ("unit", WORD, "doc#>>'{unit}'"),
    ("author", WORD, "doc#>>'{author}'"),
    ("changed", WORD, "coalesce(doc#>>'{changed_at}', '')"),
    ("sort", WORD, "coalesce(doc#>>'{_,sort}', '')"),
    ("search", WORD, "doc#>>'{_,search}'"),
)
KINDS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "action_point": (
        ("priority", WORD, "doc#>>'{priority}'"),
        ("due", WORD, "coalesce(doc#>>'{due}', '')"),
        ("owner_id", "uuid", "(doc#>>'{owner_id}')::uuid"),
        ("verifier_id", "uuid", "(doc#>>'{verifier_id}')::uuid"),
        ("origin_id", "uuid", "(doc#>>'{origin_id}')::uuid"),
    ),
    "agreement": (
        ("kind", WORD, "doc#>>'{kind}'"),
        ("starts", WORD, "coalesce(doc#>>'{starts}', '')"),
        ("ends", WORD, "coalesce(doc#>>'{ends}', '9999-12-31')"),
        ("ball_with", WORD, "doc#>>'{ball_with}'"),
        ("predecessor_id", "uuid", "(doc#>>'{predecessor_id}')::uuid"),
        ("visit_id", "uuid", "(doc#>>'{visit_id}')::uuid"),
        ("origin_id", "uuid", "(doc#>>'{origin,id}')::uuid"),
        ("organisation_ids", "uuid[]", "ids_at(doc, '$.parties[*].organisation_id ? (@ != null)')"),
    ),
    "mobility": (
        ("direction", WORD, "doc#>>'{direction}'"),
        ("audience", WORD, "doc#>>'{audience}'"),
        ("academic_year", WORD, "coalesce(doc#>>'{academic_year}', '')"),
        ("risk", WORD, "doc#>>'{risk}'"),
        ("planned_from", WORD, "coalesce(doc#>>'{planned_from}', '')"),
        ("waiting", "integer", "(doc->>'waiting')::integer"),
        ("person_id", "uuid", "(doc#>>'{person_id}')::uuid"),
        ("sender_id", "uuid", "(doc#>>'{sender_id}')::uuid"),
        ("receiver_id", "uuid", "(doc#>>'{receiver_id}')::uuid"),
        ("agreement_id", "uuid", "(doc#>>'{agreement_id}')::uuid"),
        ("condition_id", "uuid", "(doc#>>'{condition_id}')::uuid"),
    ),
    "organisation": (
        ("country", WORD, "coalesce(doc#>>'{country}', '')"),
        ("scope", WORD, "doc#>>'{scope}'"),
        ("ror", WORD, "doc#>>'{ror}'"),
        ("city", WORD, "doc#>>'{city}'"),
        ("aliases", "uuid[]", "ids_at(doc, '$.aliases[*]')"),
    ),
    "person": (),
    "visit": (
        ("direction", WORD, "doc#>>'{direction}'"),
        ("starts", WORD, "coalesce(doc#>>'{starts}', '')"),
        ("overdue", "boolean", "(doc->>'overdue')::boolean"),
        ("organisation_ids", "uuid[]", "ids_at(doc, '$.organisations[*]')"),
        ("agreement_ids", "uuid[]", "ids_at(doc, '$.programme[*].agreement_id ? (@ != null)')"),
    ),
}
INDEXED = {
    "academic_year",
    "agreement_id",
    "changed",
    "code",
    "condition_id",
    "country",
    "due",
    "ends",
    "origin_id",
    "owner_id",
    "person_id",
    "planned_from",
    "predecessor_id",
    "receiver_id",
    "sender_id",
    "sort",
    "starts",
    "verifier_id",
    "visit_id",
}


def upgrade() -> None:
    op.execute(IDS_AT)
    for kind, columns in KINDS.items():
        _create(kind, EVERYWHERE + columns)
    op.execute(HISTORY)
    op.execute("CREATE INDEX history_as_of ON history (kind, valid_from)")
    op.execute("CREATE INDEX history_story ON history (correlation_id)")


def _create(kind: str, columns: tuple[tuple[str, str, str], ...]) -> None:
    stored = "".join(f", {name} {type_} GENERATED ALWAYS AS ({value}) STORED" for name, type_, value in columns)
    # A document of up to 8,160 bytes stays beside its columns, uncompressed: each field read would unpack it anew.
    op.execute(
        f"CREATE TABLE {kind} (id uuid PRIMARY KEY, version integer NOT NULL, doc jsonb NOT NULL,"
        f" valid_from timestamptz NOT NULL{stored}) WITH (toast_tuple_target = 8160)"
    )
    for name, type_, _ in columns:
        if type_ == "uuid[]":
            op.execute(f"CREATE INDEX {kind}_{name} ON {kind} USING gin ({name})")
        elif name in INDEXED:
            op.execute(f"CREATE INDEX {kind}_{name} ON {kind} ({name}, id)")


def downgrade() -> None:
    for kind in (*KINDS, "history"):
        op.execute(f"DROP TABLE {kind}")
    op.execute("DROP FUNCTION ids_at(jsonb, jsonpath)")
