"""What a service writes down of its files, in its own database."""

from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, DateTime, Index, MetaData, Table, Text, UniqueConstraint, Uuid


@dataclass(frozen=True)
class Tables:
    """Who uploaded what, and what hangs on what.

    The name under which a file came is personal data (people put names into names): it is kept for the day in which
    the file waits to be used, and is in no message, log line or answer. Who is a person at the university is
    written down as one, so that they can be forgotten.
    """

    uploaded: Table
    attached: Table

    @classmethod
    def of(cls, metadata: MetaData) -> "Tables":
        """The two tables among a service's own."""
        uploaded = Table(
            "uploaded_file",
            metadata,
            Column("id", Uuid, primary_key=True),
            Column("sha256", Text, nullable=False),
            Column("media_type", Text, nullable=False),
            Column("size", BigInteger, nullable=False),
            Column("name", Text),
            Column("uploaded_by", Text, nullable=False),
            Column("person_id", Uuid),
            Column("at", DateTime(timezone=True), nullable=False),
            UniqueConstraint("sha256", "uploaded_by", name="uploaded_file_once"),
            Index("uploaded_file_at", "at"),
        )
        attached = Table(
            "attached_file",
            metadata,
            Column("sha256", Text, primary_key=True),
            Column("kind", Text, primary_key=True),
            Column("aggregate_id", Uuid, primary_key=True),
        )
        return cls(uploaded, attached)
