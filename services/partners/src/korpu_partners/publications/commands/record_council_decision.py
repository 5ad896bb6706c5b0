"""`RecordCouncilDecision`: record that the scientific council has approved the text as it is."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.freshness import edition_in, replaced
from korpu_partners.publications.domain.lifecycle import DECIDED, EditionStatus, PublicationStatus
from korpu_partners.publications.facts import PublicationApproved
from korpu_partners.publications.inputs.record_council_decision import RecordCouncilDecision
from korpu_partners.publications.parts import CouncilDecision
from korpu_partners.publications.policies.decision_numbers import require_new_number
from korpu_partners.publications.refusals.readiness import (
    CouncilBeforeReviews,
    CouncilInTheFuture,
    CouncilNumberElsewhere,
)
from korpu_partners.publications.tables import Publication


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
    await require_new_number(command, uow)
    decision = CouncilDecision(number=command.number, on=command.on, revision=publication.source_revision)
    source = edition_in(publication.kept_editions, publication.source_language)
    publication.kept_editions = replaced(
        publication.kept_editions, source.model_copy(update={"status": EditionStatus.APPROVED})
    )
    publication.council, publication.council_number = decision, decision.number
    if publication.status not in DECIDED:
        publication.status = PublicationStatus.APPROVED
    await uow.emit(publication, PublicationApproved(number=decision.number, on=decision.on))
