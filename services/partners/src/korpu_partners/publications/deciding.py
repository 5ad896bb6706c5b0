"""What becomes of a manuscript: the council approves, the office returns, declines, or it is withdrawn."""

from typing import Annotated

from pydantic import Field
from sqlmodel import col

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.people import DEPARTMENT
from korpu_partners.publications.freshness import edition_in, replaced
from korpu_partners.publications.lifecycle import DECIDED, EditionStatus, PublicationStatus
from korpu_partners.publications.messages import PublicationApproved
from korpu_partners.publications.parts import CouncilDecision
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication
from korpu_partners.publications.unready import CouncilBeforeReviews, CouncilInTheFuture, CouncilNumberElsewhere

Reason = Annotated[Text, Field(description="The authors read it; no names of persons.")]


class RecordCouncilDecision(Changes):
    """The scientific council's decision on the present text, as its minutes have it; it may approve several works."""

    number: Annotated[Text, Field(max_length=50)]
    on: Day


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.LANGUAGE_EDIT, *DECIDED],
    to={
        PublicationStatus.LANGUAGE_EDIT: [PublicationStatus.APPROVED],
        **{status: [status] for status in DECIDED},
    },
    emits=[PublicationApproved],
    refuses=[CouncilInTheFuture, CouncilBeforeReviews, CouncilNumberElsewhere],
)
async def record_council_decision(publication: Publication, command: RecordCouncilDecision, uow: UnitOfWork) -> None:
    """Record that the scientific council has approved the text as it is, or put its number and day right."""
    if command.on > uow.today:
        raise CouncilInTheFuture("on")
    last = max(each.given_on for each in publication.reviews if each.given_on)
    if command.on < last:
        raise CouncilBeforeReviews("on", given_on=last.isoformat())
    await _check_number(command, uow)
    decision = CouncilDecision(number=command.number, on=command.on, revision=publication.source_revision)
    source = edition_in(publication.kept_editions, publication.source_language)
    publication.kept_editions = replaced(
        publication.kept_editions, source.model_copy(update={"status": EditionStatus.APPROVED})
    )
    publication.council, publication.council_number = decision, decision.number
    if publication.status not in DECIDED:
        publication.status = PublicationStatus.APPROVED
    await uow.emit(publication, PublicationApproved(number=decision.number, on=decision.on))


async def _check_number(command: RecordCouncilDecision, uow: UnitOfWork) -> None:
    for other in await uow.find(Publication, col(Publication.council_number) == command.number):
        decided = other.council
        if decided and decided.on.year == command.on.year and decided.on != command.on:
            raise CouncilNumberElsewhere("number", on=decided.on.isoformat())
