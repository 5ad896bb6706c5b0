"""What waits for whom about a publication: texts, reviews, the council, the press, and translations promised."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_partners.permissions import COORDINATOR, STAFF
from korpu_partners.publications.domain.lifecycle import GROWING, UNDER_REVIEW, EditionStatus, PublicationStatus
from korpu_partners.publications.domain.rounds import ROUNDS
from korpu_partners.publications.parts import Edition, Verdict
from korpu_partners.publications.tables import Publication

WRITERS = (COORDINATOR.of("unit"), STAFF.own("author_ids"))
NEXT = {
    PublicationStatus.SUBMITTED: ("BeginInternalReview", "ReturnPublication", "DeclinePublication"),
    PublicationStatus.LANGUAGE_EDIT: ("RecordCouncilDecision", "ReturnPublication"),
    PublicationStatus.APPROVED: ("BeginProduction",),
    PublicationStatus.IN_PRODUCTION: ("PublishPublication", "RecordPrinting", "RecordCouncilDecision"),
    PublicationStatus.PUBLISHED: ("CompleteDistribution", "GiveCopies"),
}
"""The department's next step; reviews have more to them."""


def tasks_of(publication: Publication) -> Iterator[Task]:
    """Everything that waits for somebody, as the publication stands; who reviews is told to nobody."""
    match publication.status:
        case PublicationStatus.PLANNED:
            yield Task(("SubmitPublication", "AttachManuscript"), whose=WRITERS)
        case PublicationStatus.RETURNED:
            yield Task(("ResubmitPublication",), whose=WRITERS)
        case status if status in UNDER_REVIEW:
            yield _of_round(publication)
        case status if status in NEXT:
            yield Task(NEXT[PublicationStatus(status)])
    if publication.status in GROWING:
        for edition in publication.kept_editions:
            if edition.language != publication.source_language:
                yield from _of_translation(edition)


def _of_round(publication: Publication) -> Task:
    round_ = ROUNDS[UNDER_REVIEW.index(PublicationStatus(publication.status))]
    reviews = [each for each in publication.reviews if each.round == round_]
    if waiting := [each.due for each in reviews if each.verdict is None]:
        return Task(("RecordPeerReview", "ReplaceReviewer"), due=min(waiting), part=round_)
    if any(each.verdict is Verdict.REJECT for each in reviews):
        return Task(("ReturnPublication", "DeclinePublication"))
    further = "BeginExternalReview" if round_ == "internal" else "BeginLanguageEdit"
    return Task((further, "ReturnPublication"))


def _of_translation(edition: Edition) -> Iterator[Task]:
    match edition.status:
        case EditionStatus.PENDING:
            yield Task(("AssignTranslator",), part=edition.language)
        case EditionStatus.IN_TRANSLATION | EditionStatus.RETURNED:
            person, language = edition.translator_id, edition.language
            yield Task(("DeliverTranslation",), due=edition.due, person=person, part=language)
        case EditionStatus.IN_REVIEW:
            yield Task(("ApproveTranslation", "ReturnTranslation"), part=edition.language)
