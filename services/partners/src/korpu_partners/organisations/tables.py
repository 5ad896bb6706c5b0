"""Where organisations are kept."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from korpu_chassis.store import Aggregate, part, parts
from korpu_chassis.text import fold
from korpu_partners.organisations.parts import Contact, Name, Risk
from korpu_partners.tables import Table

NOT_MERGED = text("status <> 'merged'")


class Organisation(Aggregate, Table, table=True):
    """An institution, fund, agency or company that the university works with, or may."""

    __tablename__ = "organisation"
    __table_args__ = (
        *(
            Index(f"organisation_{name}_once", name, unique=True, postgresql_where=NOT_MERGED)
            for name in ("ror", "pic", "erasmus_code", "voen")
        ),
        Index("organisation_domains", "domains", postgresql_using="gin"),
        Index("organisation_name_keys", "name_keys", postgresql_using="gin"),
    )

    names: tuple[Name, ...] = parts(Name)
    kinds: list[str] = Field(sa_type=ARRAY(Text))
    scope: str
    country: str
    region: str | None = None
    city: str | None = None
    website: str | None = None
    domains: list[str] = Field(default=[], sa_type=ARRAY(Text))
    ror: str | None = None
    pic: str | None = None
    erasmus_code: str | None = None
    voen: str | None = None
    parent_id: UUID | None = None
    tags: list[str] = Field(default=[], sa_type=ARRAY(Text))
    risk: Risk | None = part(Risk)
    contacts: tuple[Contact, ...] = parts(Contact)
    aliases: tuple[UUID, ...] = parts(UUID)
    merged_into: UUID | None = None
    source: str | None = None
    confirmed_on: date | None = None
    name_keys: list[str] = Field(default=[], sa_type=ARRAY(Text))

    def named(self, names: tuple[Name, ...]) -> None:
        """Take these names, and the keys under which duplicates of them are found."""
        self.names = names
        self.name_keys = sorted({fold(name.text) for name in names})
