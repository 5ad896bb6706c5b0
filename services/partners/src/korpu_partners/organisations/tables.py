"""Where organisations are kept."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from korpu_chassis.clock import BAKU
from korpu_chassis.i18n.text import fold
from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_partners.house_rules import HouseRule
from korpu_partners.indexes import index_into
from korpu_partners.organisations.consents import ContactConsent
from korpu_partners.organisations.parts import Contact, Merger, Name, Risk
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
        # Without a list of what is still to be sorted in: a register looks hundreds of words up while it enters them.
        *(index_into(f"organisation_{name}", name) for name in ("domains", "name_keys")),
    )

    names: tuple[Name, ...] = parts(Name)
    kinds: list[str] = Field(sa_type=ARRAY(Text))
    scope: str
    country: str
    region: str | None = None
    city: str | None = None
    address: str | None = None
    website: str | None = None
    domains: list[str] = Field(default=[], sa_type=ARRAY(Text))
    ror: str | None = None
    pic: str | None = None
    erasmus_code: str | None = None
    voen: str | None = None
    parent_id: UUID | None = Field(default=None, index=True)
    tags: list[str] = Field(default=[], sa_type=ARRAY(Text))
    risk: Risk | None = part(Risk)
    contacts: tuple[Contact, ...] = parts(Contact)
    consents: tuple[ContactConsent, ...] = parts(ContactConsent)
    aliases: tuple[UUID, ...] = parts(UUID)
    merged_into: UUID | None = None
    merger: Merger | None = part(Merger)
    source: str | None = None
    confirmed_on: date | None = None
    active_on: date | None = None
    dormant: bool = False
    dormant_by: HouseRule | None = part(HouseRule)
    name_keys: list[str] = Field(default=[], sa_type=ARRAY(Text))

    @property
    def merged_on(self) -> date | None:
        """The day on which it went into another one."""
        return self.merger.on if self.merger else None

    @property
    def risk_expired(self) -> bool:
        """Whether the judgement of its risk was too old to be used when the organisation last changed."""
        return self.risk is not None and self.risk.until < self.changed_at.astimezone(BAKU).date()

    def named(self, names: tuple[Name, ...]) -> None:
        """Take these names, and the keys under which duplicates of them are found."""
        self.names = names
        self.name_keys = sorted({fold(name.text) for name in names})
