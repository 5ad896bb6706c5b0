"""`ReturnPublication`: return the manuscript for repair; that is not a rejection."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import UNDECIDED, PublicationStatus
from korpu_partners.publications.facts import PublicationReturned
from korpu_partners.publications.policies.decision_numbers import Reason
from korpu_partners.publications.tables import Publication


class ReturnPublication(Changes):
    """What the authors should mend."""

    reason: Reason


@publications.changes(who=DEPARTMENT, when=UNDECIDED, to=[PublicationStatus.RETURNED], emits=[PublicationReturned])
async def return_publication(publication: Publication, command: ReturnPublication, uow: UnitOfWork) -> None:
    """Return the manuscript for repair; that is not a rejection."""
    publication.returned_from = publication.status
    publication.stops(PublicationStatus.RETURNED, command.reason)
    await uow.emit(publication, PublicationReturned(returned_from=publication.returned_from, reason=command.reason))
