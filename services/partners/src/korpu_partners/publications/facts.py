"""What happened, as messages tell it."""

from datetime import date
from typing import Literal
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_chassis.i18n.text import Language
from korpu_partners.publications.parts import Medium, Round, Verdict


class PublicationPlanned(Fact):
    """The office plans a work."""


class PublicationCorrected(Fact):
    """What is known of it has changed."""

    outdated: tuple[Language, ...] = ()


class PublicationSubmitted(Fact):
    """The manuscript is here."""


class PublicationReviewBegun(Fact):
    """A round of reviews has begun."""

    round: Round
    asked: int


class PublicationReviewersChanged(Fact):
    """Somebody else reviews, or has more time."""

    round: Round
    asked: int


class PublicationReviewed(Fact):
    """One more review is in."""

    round: Round
    verdict: Verdict


class PublicationReviewsOverdue(Fact):
    """Reviews are late."""

    late: int


class PublicationLanguageEditBegun(Fact):
    """All reviews are in; the language is polished."""


class PublicationApproved(Fact):
    """The scientific council has approved it."""

    number: str
    on: date


class PublicationReturned(Fact):
    """It goes back to the authors for repair."""

    returned_from: str
    reason: str


class PublicationResubmitted(Fact):
    """It was mended and goes on where it was returned from."""


class PublicationDeclined(Fact):
    """It will not come out with us."""

    reason: str


class PublicationWithdrawn(Fact):
    """Its authors or the office take it back."""

    reason: str


class PublicationFilesChanged(Fact):
    """An edition has one file more or less, or all may fetch it, or no longer."""

    language: Language
    attachment_id: UUID
    what: Literal["manuscript", "blind_copy", "print_file"]
    how: Literal["added", "removed", "opened", "closed"]


class PublicationEditionAdded(Fact):
    """It shall come out in one more language."""

    language: Language


class PublicationEditionChanged(Fact):
    """The translation of an edition has taken a step."""

    language: Language
    status: str
    follows: int | None


class PublicationSourceRevised(Fact):
    """The source has a new revision; these editions follow an older one, and so does the council's word, if it is."""

    revision: int
    outdated: tuple[Language, ...]
    council_behind: bool = False
    changed: str


class PublicationFreshnessWaived(Fact):
    """An outdated edition may come out all the same."""

    language: Language
    reason: str


class PublicationProductionBegun(Fact):
    """It is being printed."""


class PublicationPrintingRecorded(Fact):
    """One medium of an edition has its ISBN."""

    language: Language
    medium: Medium
    isbn: str


class PublicationEditionOut(Fact):
    """A work that is out has come out in one more language or medium."""

    language: Language
    medium: Medium
    isbn: str


class PrintingFact(Fact):
    """How an edition was printed after all."""

    language: Language
    medium: Medium
    isbn: str
    pages: int
    copies: int
    reason: str


class PublicationPrintingCorrected(PrintingFact):
    """It was written down wrongly how an edition was printed."""


class PublicationPrintingTakenBack(PrintingFact):
    """One medium of an edition was not made after all."""


class PublicationPublished(Fact):
    """It is out."""

    on: date
    languages: tuple[Language, ...]


class PublicationDayCorrected(Fact):
    """It came out on another day than was written down."""

    before: date | None
    on: date
    reason: str


class GiftFact(Fact):
    """Who has how many copies of what."""

    organisation_id: UUID
    language: Language
    copies: int
    on: date


class PublicationCopiesGiven(GiftFact):
    """An organisation was given copies."""


class PublicationCopiesCorrected(GiftFact):
    """It was written down wrongly who was given how many copies."""

    distribution_id: UUID
    reason: str


class PublicationCopiesTakenBack(GiftFact):
    """These copies were not given after all, or came back."""

    distribution_id: UUID
    reason: str


class PublicationDistributed(Fact):
    """All who should have it have got it."""

    copies: int


class PublicationDistributionReopened(Fact):
    """More copies are given, or a further edition comes out."""

    reason: str


class PublicationEntered(Fact):
    """A book of the past was taken over from an older register."""

    on: date
    number: str | None


class PublicationAnnulled(Fact):
    """A record of the past was a mistake; its number stays used."""

    reason: str


class PublicationAuthorsForgotten(Fact):
    """The names on its title page are not kept any more."""
