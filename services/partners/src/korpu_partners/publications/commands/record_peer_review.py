"""`RecordPeerReview`: record a review that is in."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal
from korpu_partners.parts import put
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import UNDER_REVIEW
from korpu_partners.publications.facts import PublicationReviewed
from korpu_partners.publications.parts import Verdict
from korpu_partners.publications.policies.review_requests import require_open_review
from korpu_partners.publications.refusals.general import NoSuchReview, ReviewGiven
from korpu_partners.publications.tables import Publication


class RecordPeerReview(Changes):
    """What a reviewer says; the words stay with the department."""

    review_id: UUID
    verdict: Verdict
    text: Annotated[str, Personal, Field(min_length=1, max_length=20_000)]


@publications.changes(
    who=DEPARTMENT, when=UNDER_REVIEW, emits=[PublicationReviewed], refuses=[NoSuchReview, ReviewGiven]
)
async def record_peer_review(publication: Publication, command: RecordPeerReview, uow: UnitOfWork) -> None:
    """Record a review that is in."""
    review = require_open_review(publication, command.review_id)
    said = {"verdict": command.verdict, "text": command.text, "given_on": uow.today}
    publication.reviewed_by(put(publication.reviews, review.model_copy(update=said)), uow.today)
    await uow.emit(publication, PublicationReviewed(round=review.round, verdict=command.verdict))
