"""Where publications are kept."""

from datetime import date
from typing import Annotated
from uuid import UUID

from sqlalchemy import Integer, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_chassis.validation.codes import Personal
from korpu_partners.indexes import index_into
from korpu_partners.publications.domain.freshness import is_outdated
from korpu_partners.publications.domain.lifecycle import OUT
from korpu_partners.publications.domain.rounds import is_late, summaries
from korpu_partners.publications.parts import (
    CouncilDecision,
    Distribution,
    Edition,
    History,
    Manuscript,
    PrintFile,
    PublicEdition,
    Review,
    ReviewsOfRound,
)
from korpu_partners.tables import Table


class Publication(Aggregate, Table, table=True):
    """A work of scientific-methodical literature, in one language or several."""

    __tablename__ = "publication"
    __table_args__ = (
        index_into("publication_isbns", "isbns"),
        index_into("publication_author_ids", "author_ids"),
    )

    kind: str
    title: LocalizedText = part(LocalizedText, nullable=False)
    annotation: LocalizedText | None = part(LocalizedText)
    discipline: str
    countries: list[str] = Field(default=[], sa_type=ARRAY(Text))
    audience: list[str] = Field(default=[], sa_type=ARRAY(Text))
    eqf: list[int] = Field(default=[], sa_type=ARRAY(Integer))
    author_ids: list[UUID] = Field(default=[], sa_type=ARRAY(Uuid))
    programme: str | None = None
    agreement_id: UUID | None = None
    project_id: UUID | None = None
    funding: str | None = None
    open_access: bool = False
    source_language: str
    source_revision: int = 1
    kept_editions: tuple[Edition, ...] = parts(Edition)
    manuscripts: tuple[Manuscript, ...] = parts(Manuscript)
    print_files: tuple[PrintFile, ...] = parts(PrintFile)
    reviews: tuple[Review, ...] = parts(Review)
    overdue: bool = False
    council: CouncilDecision | None = part(CouncilDecision)
    council_number: str | None = Field(default=None, index=True)
    isbns: list[str] = Field(default=[], sa_type=ARRAY(Text))
    returned_from: str | None = None
    reason: str | None = None
    published_on: date | None = None
    distributed_on: date | None = None
    distributions: tuple[Distribution, ...] = parts(Distribution)
    history: History | None = part(History)
    author_line: Annotated[str | None, Personal] = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its editions."""
        return tuple(each.language for each in self.kept_editions)

    @property
    def year(self) -> int | None:
        """The year in which it came out."""
        return self.published_on.year if self.published_on else None

    @property
    def editions(self) -> tuple[PublicEdition, ...]:
        """The editions with the mark whether they follow an older source."""
        return tuple(
            PublicEdition(**dict(self._told(each)), outdated=is_outdated(each, self.source_revision))
            for each in self.kept_editions
        )

    @property
    def open_files(self) -> tuple[PrintFile, ...]:
        """What all may fetch: the office has marked it, and the work is out and open access."""
        shown = self.open_access and self.status in OUT
        return tuple(each for each in self.print_files if each.open_to_all and shown)

    def _told(self, edition: Edition) -> Edition:
        """An edition as everybody may know it: where it is read is told only of what everybody may read."""
        if self.open_access:
            return edition
        return edition.model_copy(
            update={"printings": tuple(each.model_copy(update={"url": None}) for each in edition.printings)}
        )

    @property
    def translator_ids(self) -> tuple[UUID, ...]:
        """Who translates an edition of it, each once."""
        named = (each.translator_id for each in self.kept_editions if each.translator_id)
        return tuple(dict.fromkeys(named))

    @property
    def outdated(self) -> bool:
        """Whether an edition follows an older source."""
        return any(is_outdated(each, self.source_revision) for each in self.kept_editions)

    @property
    def council_behind(self) -> bool:
        """Whether the council has decided on an older text than the present one."""
        return self.council is not None and self.council.revision < self.source_revision

    @property
    def review_rounds(self) -> tuple[ReviewsOfRound, ...]:
        """How the reviews stand, without a word on who reviews."""
        return summaries(self.reviews)

    def stops(self, status: str, reason: str) -> None:
        """Leave the way to print, for a time or for good; nobody waits for reviews any more."""
        self.status, self.reason, self.overdue = status, reason, False

    def reviewed_by(self, reviews: tuple[Review, ...], today: date) -> None:
        """Keep these reviews, and be overdue or not, as the day says."""
        self.reviews = reviews
        self.overdue = any(is_late(each, today) for each in reviews)
