"""The pieces of a learning agreement: kept in its row and, unless personal, carried by its messages."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Cefr, Ects, LanguageTag, Mailbox, Personal, Term, Text
from korpu_documents.attachments import Attachment
from korpu_mobility.learning_agreements.domain.changes import ChangeReason
from korpu_mobility.learning_agreements.domain.content import Table, hash_of
from korpu_mobility.learning_agreements.domain.lifecycle import Party

CONTENT = {"number", "components", "changes", "language", "language_level", "salt"}


class Component(Part):
    """One course or other piece of study, in one of the three tables."""

    table: Table
    code: Annotated[Text | None, Field(max_length=40)] = None
    title: Annotated[Text, Field(max_length=300)]
    ects: Ects
    term: Term | None = None
    language: LanguageTag | None = None

    @property
    def name(self) -> str:
        """By what it is known in its table: the code, or the title where there is none."""
        return self.code or self.title


class Signature(Part):
    """One party's yes to the version of this hash; who gave it stands in the audit."""

    party: Party
    on: date
    hash: str


class Change(Part):
    """Why one component was left out or put in, after all three had signed."""

    table: Table
    component: Annotated[Text, Field(max_length=300, description="Its code, or its title where it has none.")]
    reason: ChangeReason


class PublishedVersion(Part):
    """A version as messages carry it."""

    number: int
    components: tuple[Component, ...]
    changes: tuple[Change, ...] = ()
    language: LanguageTag | None
    hash: str
    made_on: date
    signatures: tuple[Signature, ...] = ()
    rejected_by: Party | None = None
    rejected_on: date | None = None


class Version(PublishedVersion):
    """A version with what stays here: the level that the person has or reaches, and why it was rejected.

    The salt is chance that goes into the hash: without it the few levels could be tried until the hash is met.
    """

    salt: Annotated[str | None, Personal] = None
    language_level: Annotated[Cefr | None, Personal] = None
    comment: Annotated[str | None, Personal] = None

    def content(self, stay: UUID) -> dict[str, Any]:
        """What the hash is made of."""
        said = self.model_dump(mode="json", include=CONTENT)
        return {"mobility_id": str(stay), **said}

    def sealed(self, stay: UUID) -> "Version":
        """The version with its hash."""
        return self.model_copy(update={"hash": hash_of(self.content(stay))})

    def says_as(self, other: "Version") -> bool:
        """Whether both agree upon the same."""
        return (self.components, self.language, self.language_level) == (
            other.components,
            other.language,
            other.language_level,
        )


class Contacts(Part):
    """Functional mailboxes of the offices that look after the agreement, on both sides."""

    home: Annotated[Mailbox | None, Personal] = None
    host: Annotated[Mailbox | None, Personal] = None


Name = Annotated[Text, Field(max_length=300, description="The component's code, or its title where it has none.")]
Grade = Annotated[Text | None, Personal, Field(max_length=40)]


class Result(Part):
    """What was achieved in one component."""

    component: Name
    ects: Ects
    grade: Grade = None


class NotRecognised(Part):
    """A component at the host that does not count at home, and why."""

    component: Name
    why: Annotated[Text, Personal, Field(max_length=1000)]


class Transcript(Part):
    """What the host says was achieved, by its scale, with the paper itself."""

    on: date
    scale: Annotated[str | None, Personal]
    results: Annotated[tuple[Result, ...], Personal]
    file: Annotated[Attachment, Personal]


class Recognition(Part):
    """What counts at home, what does not and why, with the paper itself."""

    on: date
    results: Annotated[tuple[Result, ...], Personal]
    not_recognised: Annotated[tuple[NotRecognised, ...], Personal]
    file: Annotated[Attachment, Personal]
