"""People as they are kept: every field about a natural person is classed as personal and stays here."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field
from uuid_utils.compat import uuid7

from korpu_chassis.persistence.store import Aggregate, Part, instant, parts
from korpu_chassis.validation.codes import Personal
from korpu_documents.attachments import Attachment
from korpu_mobility.people.domain.retention import PersonFileKind
from korpu_mobility.tables import Table


class Consent(Part):
    """What a person agreed to, since when, until when, and where it is written."""

    id: UUID
    purpose: str
    data: tuple[str, ...]
    valid_from: date
    valid_to: date | None = None
    evidence: Annotated[str, Personal]
    withdrawn_on: date | None = None


class FiledDocument(Part):
    """That a restricted document exists, and its last day."""

    id: UUID
    keep_until: date


class PersonFile(Part):
    """A file of a person: what it is, until when it is valid, and its last day; without one it goes with the person."""

    kind: PersonFileKind
    file: Attachment
    expires: date | None = None
    keep_until: date | None = None


class Person(Aggregate, Table, table=True):
    """A student, a member of staff or an applicant."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("university_number", name="person_university_number"),)

    kind: str
    university_number: Annotated[str | None, Personal] = None
    given_name: Annotated[str | None, Personal] = None
    family_name: Annotated[str | None, Personal] = None
    native_name: Annotated[str | None, Personal] = None
    birth_date: Annotated[date | None, Personal] = None
    gender: Annotated[str | None, Personal] = None
    citizenship: Annotated[str | None, Personal] = None
    education_country: Annotated[str | None, Personal] = None
    email: Annotated[str | None, Personal] = None
    phone: Annotated[str | None, Personal] = None
    search_key: Annotated[str | None, Personal] = Field(default=None, index=True)
    consents: tuple[Consent, ...] = parts(Consent)
    documents: tuple[FiledDocument, ...] = parts(FiledDocument)
    files: Annotated[tuple[PersonFile, ...], Personal] = parts(PersonFile)
    known_until: date | None = None
    erased_on: date | None = None

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The files, whatever they are."""
        return tuple(each.file for each in self.files)


class RestrictedDocument(Table, table=True):
    """A passport, a visa or a health note: readable with a permission of its own, every look written down."""

    __tablename__ = "restricted_document"

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    person_id: UUID = Field(index=True)
    kind: str
    number: Annotated[str | None, Personal] = None
    country: Annotated[str | None, Personal] = None
    expires: Annotated[date | None, Personal] = None
    details: Annotated[str | None, Personal] = None
    keep_until: date
    recorded_by: str
    recorded_at: datetime = instant(nullable=False)


class ErasedCount(Table, table=True):
    """How many erased people there were of each sort: the statistics without the persons."""

    __tablename__ = "erased_count"

    kind: str = Field(primary_key=True)
    gender: str = Field(primary_key=True)
    citizenship: str = Field(primary_key=True)
    education_country: str = Field(primary_key=True)
    people: int
