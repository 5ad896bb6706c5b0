"""A manuscript goes back for repair, and goes on when it is mended."""

from datetime import timedelta

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.people import COORDINATOR, DEPARTMENT, STAFF
from korpu_partners.publications.deciding import Reason
from korpu_partners.publications.lifecycle import UNDECIDED, UNDER_REVIEW, PublicationStatus
from korpu_partners.publications.messages import PublicationResubmitted, PublicationReturned
from korpu_partners.publications.parts import Round
from korpu_partners.publications.room import publications
from korpu_partners.publications.rounds import asked_again
from korpu_partners.publications.tables import Publication

REVIEW_AGAIN = timedelta(days=30)


class ReturnPublication(Changes):
    """What the authors should mend."""

    reason: Reason


@publications.changes(who=DEPARTMENT, when=UNDECIDED, to=[PublicationStatus.RETURNED], emits=[PublicationReturned])
async def return_publication(publication: Publication, command: ReturnPublication, uow: UnitOfWork) -> None:
    """Return the manuscript for repair; that is not a rejection."""
    publication.returned_from = publication.status
    publication.stops(PublicationStatus.RETURNED, command.reason)
    await uow.emit(publication, PublicationReturned(returned_from=publication.returned_from, reason=command.reason))


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
