"""`DeclinePublication`: decline the manuscript."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import HEAD
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import UNDECIDED, PublicationStatus
from korpu_partners.publications.facts import PublicationDeclined
from korpu_partners.publications.policies.decision_numbers import Reason
from korpu_partners.publications.tables import Publication


class DeclinePublication(Changes):
    """Why it will not come out with us."""

    reason: Reason


@publications.changes(
    who=[HEAD],
    when=[*UNDECIDED, PublicationStatus.RETURNED],
    to=[PublicationStatus.DECLINED],
    emits=[PublicationDeclined],
)
async def decline_publication(publication: Publication, command: DeclinePublication, uow: UnitOfWork) -> None:
    """Decline the manuscript."""
    publication.stops(PublicationStatus.DECLINED, command.reason)
    await uow.emit(publication, PublicationDeclined(reason=command.reason))
