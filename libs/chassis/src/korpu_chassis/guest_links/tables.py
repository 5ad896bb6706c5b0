"""What a service writes down of its guest links; never the secret itself."""

from sqlalchemy import Column, DateTime, Index, Integer, MetaData, Table, Text, Uuid


def guest_link_table(metadata: MetaData) -> Table:
    """The table of guest links among a service's own."""
    return Table(
        "guest_link",
        metadata,
        Column("id", Uuid, primary_key=True),
        Column("secret_hash", Text, nullable=False, unique=True),
        Column("kind", Text, nullable=False),
        Column("thing", Uuid, nullable=False),
        Column("content", Text, nullable=False),
        Column("side", Text, nullable=False),
        Column("opened_by", Text, nullable=False),
        Column("opened_at", DateTime(timezone=True), nullable=False),
        Column("expires_at", DateTime(timezone=True), nullable=False),
        Column("acted_at", DateTime(timezone=True)),
        Column("revoked_at", DateTime(timezone=True)),
        Column("looks", Integer, nullable=False),
        Column("counted_from", DateTime(timezone=True), nullable=False),
        Index("guest_link_thing", "thing"),
    )
