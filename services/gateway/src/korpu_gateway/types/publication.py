"""Publications as the portal sees them: works, their editions, and how far they are."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.owners.personal import AUTHORS, REVIEWS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import number, ordered, reference, references, word, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, EVERYBODY, OFFICE, among, everything, of_unit, own_among
from korpu_gateway.reads.relations import each, one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.publication import PublicationFilter, PublicationOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import Language, LocalizedText, in_all_languages, spoken
from korpu_gateway.types.words.publication import (
    EditionStatus,
    Medium,
    PublicationAudience,
    PublicationKind,
    PublicationStatus,
    ReviewRound,
    Verdict,
)

if TYPE_CHECKING:
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person
    from korpu_gateway.types.project import JointProject

WRITTEN = own_among("author_ids") | own_among("translator_ids")
THEIRS = {COORDINATOR: of_unit(), frozenset({"staff"}): WRITTEN}
DRAFTS = {OFFICE | {"auditor"}: everything, **THEIRS}
CONCERNED = {OFFICE | {"rectorate", "auditor"}: everything, **THEIRS}


@part
class Printing:
    """One medium of an edition, under an ISBN of its own."""

    medium: Medium = at()
    isbn: str = at()
    pages: int = at()
    copies: int = at()
    printer: str | None = at()
    url: str | None = at()


@part
class FreshnessWaiver:
    """Why an outdated edition may come out all the same."""

    revision: int = at()
    reason: str = at()
    by: str = at()
    on: date = at()


@part
class Manuscript(Attachment):
    """The text of an edition as a file, and the revision that it follows; a blind copy names no author."""

    revision: int = at()
    blind: bool = at()


@part
class PrintFile(Attachment):
    """An edition that came out, as a file."""

    open_to_all: bool = at()


@part
class Edition:
    """The work in one language, and the revision of the source that it follows."""

    language: Language = at()
    status: EditionStatus = at()
    follows: int | None = at()
    outdated: bool = at()
    translator: "Person | None" = one("person", "translator_id")
    reviewer: "Person | None" = one("person", "reviewer_id")
    due: date | None = at()
    reason: str | None = at(seen_by=CONCERNED)
    waiver: FreshnessWaiver | None = at(seen_by=CONCERNED)
    printings: list[Printing] = at()


@part
class Draft:
    """What stands behind an edition before it is out, for those who write, translate or look after it."""

    language: Language = at()
    status: EditionStatus = at()
    reason: str | None = at()


@part
class ReviewsOfRound:
    """How a round of reviews stands, without a word on who reviews."""

    round: ReviewRound = at()
    asked: int = at()
    accepted: int = at()
    changes: int = at()
    rejected: int = at()


@part
class PeerReview:
    """One review, as the owner tells it to the department."""

    id: UUID = at()
    round: ReviewRound = at()
    reviewer_id: UUID = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    due: date = at()
    verdict: Verdict | None = at()
    given_on: date | None = at()
    text: str | None = at()


@part
class PublicationHistory:
    """What an older register tells of a book of the past, as it is written there."""

    number: str | None = at()
    published_precision: str = at()
    council: str | None = at()
    council_on: date | None = at()
    pages: int | None = at()
    copies: int | None = at()


@part
class CouncilDecision:
    """The scientific council's word on one revision of the text."""

    number: str = at()
    on: date = at()
    revision: int = at()


@part
class Distribution:
    """Copies that an organisation was given."""

    id: UUID = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    language: Language = at()
    copies: int = at()
    on: date = at()
    letter_id: UUID | None = at()


def _prepared(state: dict[str, Any]) -> Words:
    isbns = (printing["isbn"] for edition in state["editions"] for printing in edition["printings"])
    found = (*in_all_languages(state["title"]), *in_all_languages(state["annotation"]), state["code"], *isbns)
    return {"sort": spoken(state["title"]), "search": found}


@aggregate(
    topic="partners.publications.v1",
    plural="publications",
    listed="Literature, by title.",
    readers={**CONCERNED, EVERYBODY: among("status", ("published", "distributed"))},
    columns=(
        word("kind"),
        word("languages"),
        number("year"),
        ordered("published_on"),
        yes_no("outdated"),
        yes_no("overdue"),
        reference("agreement_id"),
        reference("project_id"),
        references("author_ids", "$.author_ids[*]"),
        references("translator_ids", "$.translator_ids[*]"),
        references("organisation_ids", "$.distributions[*].organisation_id"),
    ),
    prepared=_prepared,
    filter=PublicationFilter,
    order=PublicationOrder,
    came_of=("agreement_id", "project_id"),
)
class Publication(Node):
    """A work of scientific-methodical literature, in one language or several."""

    status: PublicationStatus = at()
    kind: PublicationKind = at()
    title: LocalizedText = at()
    annotation: LocalizedText | None = at()
    discipline: str = at()
    countries: list[str] = at()
    audience: list[PublicationAudience] = at()
    eqf: list[int] = at()
    authors: "list[Person]" = each("person", "author_ids")
    translators: "list[Person]" = each("person", "translator_ids")
    programme: str | None = at()
    agreement: "Agreement | None" = one("agreement", "agreement_id")
    project: "JointProject | None" = one("joint_project", "project_id")
    funding: str | None = at(seen_by=CONCERNED)
    open_access: bool = at()
    source_language: Language = at()
    source_revision: int = at()
    languages: list[Language] = at()
    drafts: list[Draft] | None = at("editions", seen_by=DRAFTS)
    editions: list[Edition] = at()
    manuscripts: list[Manuscript] | None = at(seen_by=DRAFTS)
    print_files: list[PrintFile] | None = at(seen_by=CONCERNED)
    open_files: list[PrintFile] | None = at()
    outdated: bool = at()
    review_rounds: list[ReviewsOfRound] | None = at(seen_by=CONCERNED)
    peer_reviews: list[PeerReview] | None = told(REVIEWS, "reviews", description="As the owner tells the department.")
    overdue: bool | None = at(seen_by=CONCERNED)
    council: CouncilDecision | None = at()
    returned_from: PublicationStatus | None = at(seen_by=CONCERNED)
    reason: str | None = at(seen_by=CONCERNED)
    published_on: date | None = at()
    year: int | None = at()
    distributed_on: date | None = at()
    distributions: list[Distribution] | None = at(seen_by=CONCERNED)
    history: PublicationHistory | None = at(seen_by=CONCERNED)
    author_line: str | None = told(
        AUTHORS, "author_line", description="Whom an old register names, as the owner tells."
    )
