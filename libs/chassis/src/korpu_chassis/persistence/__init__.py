"""Where aggregates are kept, and how their tables come about."""

SURFACE = (
    "audit_chain",
    "audit_digest",
    "reconciliation_tables",
    "revisions",
    "schema",
    "store",
)
