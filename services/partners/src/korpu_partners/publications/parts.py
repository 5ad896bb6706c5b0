"""What a publication consists of: reviews, editions with their printings, the council's word, what partners got."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from korpu_chassis.i18n.text import Language
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Personal
from korpu_documents.attachments import Attachment
from korpu_partners.publications.domain.lifecycle import EditionStatus

Kind = Literal["textbook", "method_guide", "syllabus", "dictionary", "proceedings"]
Audience = Literal["students", "doctoral_students", "teachers", "experts"]
Medium = Literal["print", "online"]
Round = Literal["internal", "external"]
Precision = Literal["day", "month", "year"]


class Verdict(StrEnum):
    """What a reviewer says of the text."""

    ACCEPT = "accept"
    CHANGES = "changes"
    REJECT = "reject"


class Review(Part):
    """One review; who writes it, from where, and the words are for the department alone."""

    id: UUID
    round: Round
    reviewer_id: Annotated[UUID, Personal]
    organisation_id: Annotated[UUID | None, Personal] = None
    due: date
    verdict: Verdict | None = None
    given_on: date | None = None
    text: Annotated[str | None, Personal] = None


class Printing(Part):
    """One medium of an edition, under an ISBN of its own; what is read online has no copies.

    An old book has 0 pages where its register does not tell them.
    """

    medium: Medium
    isbn: str
    pages: int
    copies: int
    printer: str | None = None
    url: str | None = None


class FreshnessWaiver(Part):
    """An outdated edition may come out all the same: the head says why, for one revision of the source."""

    revision: int
    reason: str
    by: str
    on: date


class Manuscript(Attachment):
    """The text of an edition as a file, and the revision of the source that it is or follows.

    A blind copy names no author.
    """

    language: Language
    revision: int
    blind: bool = False


class PrintFile(Attachment):
    """An edition that came out, as a file."""

    language: Language
    open_to_all: bool = False


class Edition(Part):
    """The work in one language; a translation knows which revision of the source it follows."""

    language: Language
    status: EditionStatus = EditionStatus.PENDING
    follows: int | None = None
    translator_id: UUID | None = None
    reviewer_id: UUID | None = None
    due: date | None = None
    reason: str | None = None
    waiver: FreshnessWaiver | None = None
    printings: tuple[Printing, ...] = ()

    @property
    def copies(self) -> int:
        """How many were printed."""
        return sum(each.copies for each in self.printings)


class PublicEdition(Edition):
    """An edition as messages carry it: with the mark whether it follows an older source."""

    outdated: bool


class History(Part):
    """What an older register tells of a book of the past, as it is written there."""

    number: str | None
    published_precision: Precision
    council: str | None
    council_on: date | None = None
    pages: int | None
    copies: int | None


class CouncilDecision(Part):
    """The scientific council's word on one revision of the text."""

    number: str
    on: date
    revision: int


class Distribution(Part):
    """Copies that an organisation was given; 0 where an old register does not tell how many."""

    id: UUID
    organisation_id: UUID
    language: Language
    copies: int
    on: date
    letter_id: UUID | None = None


class ReviewsOfRound(Part):
    """How a round of reviews stands, without a word on who reviews."""

    round: Round
    asked: int
    accepted: int
    changes: int
    rejected: int
