"""`ResubmitPublication`: go on where the manuscript was returned from; who had accepted it is not asked again."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import COORDINATOR, DEPARTMENT, STAFF
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import UNDECIDED, UNDER_REVIEW, PublicationStatus
from korpu_partners.publications.domain.returns import REVIEW_AGAIN
from korpu_partners.publications.domain.rounds import asked_again
from korpu_partners.publications.facts import PublicationResubmitted
from korpu_partners.publications.parts import Round
from korpu_partners.publications.tables import Publication


class ResubmitPublication(Changes):
    """The manuscript is mended."""


@publications.changes(
    who=[*DEPARTMENT, COORDINATOR.of("unit"), STAFF.own("author_ids")],
    when=[PublicationStatus.RETURNED],
    to=UNDECIDED,
    emits=[PublicationResubmitted],
)
async def resubmit_publication(publication: Publication, command: ResubmitPublication, uow: UnitOfWork) -> None:
    """Go on where the manuscript was returned from; who had accepted it is not asked again."""
    publication.status = publication.returned_from or PublicationStatus.SUBMITTED
    if publication.status in UNDER_REVIEW:
        round_: Round = "external" if publication.status == PublicationStatus.EXTERNAL_REVIEW else "internal"
        again = asked_again(publication.reviews, round_, uow.today + REVIEW_AGAIN)
        publication.reviewed_by(again, uow.today)
    publication.returned_from = publication.reason = None
    await uow.emit(publication, PublicationResubmitted())
