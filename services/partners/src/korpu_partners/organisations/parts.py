"""What an organisation consists of: names, contacts, its risk."""

from datetime import timedelta
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from korpu_chassis.i18n.text import lower
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Day, Email, LanguageTag, Personal, Phone, Text

Kind = Literal[
    "university", "research_institute", "school", "public_organisation", "agency",
    "fund", "ministry", "embassy", "company", "network", "faculty", "department",
]  # fmt: skip
UNDONE_WITHIN = timedelta(days=30)
UNITS = frozenset({"faculty", "department"})
Scope = Literal["foreign", "domestic"]
Datum = Literal["name", "email", "phone"]
PERSONAL: tuple[Datum, ...] = ("name", "email", "phone")
Ground = Literal["consent", "office"]
NameKind = Literal["label", "acronym", "native", "alias"]
ContactRole = Literal["signatory", "coordinator", "nominations", "research", "protocol"]


def normalised(tag: str) -> str:
    """The tag in lower case as in Azerbaijani, with single blanks: tags that read alike are alike."""
    return " ".join(lower(tag).split())


def in_small_letters(domain: object) -> object:
    """A domain is the same in any case (RFC 4343); it is kept in small letters, so that duplicates are found."""
    return domain.lower() if isinstance(domain, str) else domain


Tag = Annotated[Text, Field(max_length=60), AfterValidator(normalised)]


class Name(Part):
    """One name of an organisation, in one language."""

    language: LanguageTag
    kind: NameKind
    text: Text


class Risk(Part):
    """How risky it is to work with this organisation, until a date."""

    rating: Literal["low", "medium", "high"]
    until: Day


class Merger(Part):
    """When a duplicate went into another organisation, how it stood, and what the other one took over."""

    on: Day
    former_status: str
    names: tuple[Name, ...] = ()
    contacts: tuple[UUID, ...] = ()
    domains: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    risk: Risk | None = None
    fields: dict[str, str] = {}


class Contact(Part):
    """A person or a functional mailbox through which an organisation is reached, perhaps for one agreement alone."""

    id: UUID
    agreement_id: UUID | None = None
    ground: Ground | None = None
    evidence: Annotated[Text | None, Personal] = None
    purged_on: Day | None = None
    role: ContactRole
    languages: tuple[LanguageTag, ...] = ()
    valid_from: Day | None = None
    valid_to: Day | None = None
    mailbox: Email | None = None
    name: Annotated[Text | None, Personal] = None
    position: Annotated[Text | None, Personal] = None
    email: Annotated[Email | None, Personal] = None
    phone: Annotated[Phone | None, Personal] = None

    @property
    def personal(self) -> frozenset[str]:
        """Which data of a natural person is held."""
        return frozenset(name for name in PERSONAL if getattr(self, name) is not None)

    def holds(self, day: Day) -> bool:
        """Whether it is valid on this day."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)

    @property
    def has_address(self) -> bool:
        """Whether there is a way to reach it."""
        return bool(self.mailbox or self.email or self.phone)
