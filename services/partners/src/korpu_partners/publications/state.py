"""A publication as messages carry it: reviews are counted, and nobody learns who wrote them."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import Language, LocalizedText
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.parts import (
    Audience,
    CouncilDecision,
    Distribution,
    History,
    Kind,
    Manuscript,
    PrintFile,
    PublicEdition,
    ReviewsOfRound,
)


class PublicationState(State):
    """A publication as everybody may know it."""

    status: PublicationStatus
    kind: Kind
    title: LocalizedText
    annotation: LocalizedText | None
    discipline: str
    countries: tuple[str, ...]
    audience: tuple[Audience, ...]
    eqf: tuple[int, ...]
    author_ids: tuple[UUID, ...]
    translator_ids: tuple[UUID, ...]
    programme: str | None
    agreement_id: UUID | None
    project_id: UUID | None
    funding: str | None
    open_access: bool
    source_language: Language
    source_revision: int
    languages: tuple[Language, ...]
    editions: tuple[PublicEdition, ...]
    manuscripts: tuple[Manuscript, ...]
    print_files: tuple[PrintFile, ...]
    open_files: tuple[PrintFile, ...]
    outdated: bool
    review_rounds: tuple[ReviewsOfRound, ...]
    overdue: bool
    council: CouncilDecision | None
    returned_from: PublicationStatus | None
    reason: str | None
    published_on: date | None
    year: int | None
    distributed_on: date | None
    distributions: tuple[Distribution, ...]
    history: History | None
