"""What becomes of a manuscript: the council approves, the office returns, declines, or it is withdrawn."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field
from sqlmodel import col

from korpu_chassis.codes import Day, Text
from korpu_chassis.commands import Changes
from korpu_chassis.work import Work
from korpu_partners.people import COORDINATOR, DEPARTMENT, HEAD, STAFF
from korpu_partners.publications.freshness import edition_in, replaced
from korpu_partners.publications.lifecycle import UNDECIDED, UNDER_REVIEW, EditionStatus, PublicationStatus
from korpu_partners.publications.messages import (
    PublicationApproved,
    PublicationDeclined,
    PublicationResubmitted,
    PublicationReturned,
)
from korpu_partners.publications.parts import CouncilDecision, Round
from korpu_partners.publications.room import publications
from korpu_partners.publications.rounds import asked_again
from korpu_partners.publications.tables import Publication
from korpu_partners.publications.unready import CouncilBeforeReviews, CouncilInTheFuture, CouncilNumberElsewhere

REVIEW_AGAIN = timedelta(days=30)
Reason = Annotated[Text, Field(description="The authors read it; no names of persons.")]


class RecordCouncilDecision(Changes):
    """The scientific council's decision, as its minutes have it; one decision may approve several works."""

    number: Annotated[Text, Field(max_length=50)]
    on: Day


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.LANGUAGE_EDIT],
    to=[PublicationStatus.APPROVED],
    says=[PublicationApproved],
    refuses=[CouncilInTheFuture, CouncilBeforeReviews, CouncilNumberElsewhere],
)
async def record_council_decision(publication: Publication, command: RecordCouncilDecision, work: Work) -> None:
    """Record that the scientific council has approved the text."""
    if command.on > work.today:
        raise CouncilInTheFuture("on")
    last = max(each.given_on for each in publication.reviews if each.given_on)
    if command.on < last:
        raise CouncilBeforeReviews("on", given_on=last.isoformat())
    await _check_number(command, work)
    decision = CouncilDecision(number=command.number, on=command.on, revision=publication.source_revision)
    source = edition_in(publication.kept_editions, publication.source_language)
    publication.kept_editions = replaced(
        publication.kept_editions, source.model_copy(update={"status": EditionStatus.APPROVED})
    )
    publication.council, publication.council_number = decision, decision.number
    publication.status = PublicationStatus.APPROVED
    await work.say(publication, PublicationApproved(number=decision.number, on=decision.on))


async def _check_number(command: RecordCouncilDecision, work: Work) -> None:
    for other in await work.find(Publication, col(Publication.council_number) == command.number):
        decided = other.council
        if decided and decided.on.year == command.on.year and decided.on != command.on:
            raise CouncilNumberElsewhere("number", on=decided.on.isoformat())


class ReturnPublication(Changes):
    """What the authors should mend."""

    reason: Reason


@publications.changes(who=DEPARTMENT, when=UNDECIDED, to=[PublicationStatus.RETURNED], says=[PublicationReturned])
async def return_publication(publication: Publication, command: ReturnPublication, work: Work) -> None:
    """Return the manuscript for repair; that is not a rejection."""
    publication.returned_from, publication.reason = publication.status, command.reason
    publication.status = PublicationStatus.RETURNED
    publication.overdue = False
    await work.say(publication, PublicationReturned(returned_from=publication.returned_from, reason=command.reason))


class ResubmitPublication(Changes):
    """The manuscript is mended."""


@publications.changes(
    who=[*DEPARTMENT, COORDINATOR.of("unit"), STAFF.own("author_ids")],
    when=[PublicationStatus.RETURNED],
    to=UNDECIDED,
    says=[PublicationResubmitted],
)
async def resubmit_publication(publication: Publication, command: ResubmitPublication, work: Work) -> None:
    """Go on where the manuscript was returned from; who had accepted it is not asked again."""
    publication.status = publication.returned_from or PublicationStatus.SUBMITTED
    if publication.status in UNDER_REVIEW:
        round_: Round = "external" if publication.status == PublicationStatus.EXTERNAL_REVIEW else "internal"
        again = asked_again(publication.reviews, round_, work.today + REVIEW_AGAIN)
        publication.reviewed_by(again, work.today)
    publication.returned_from = publication.reason = None
    await work.say(publication, PublicationResubmitted())


class DeclinePublication(Changes):
    """Why it will not come out with us."""

    reason: Reason


@publications.changes(
    who=[HEAD],
    when=[*UNDECIDED, PublicationStatus.RETURNED],
    to=[PublicationStatus.DECLINED],
    says=[PublicationDeclined],
)
async def decline_publication(publication: Publication, command: DeclinePublication, work: Work) -> None:
    """Decline the manuscript."""
    publication.reason, publication.status = command.reason, PublicationStatus.DECLINED
    await work.say(publication, PublicationDeclined(reason=command.reason))
