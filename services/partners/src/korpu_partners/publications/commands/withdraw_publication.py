"""`WithdrawPublication`: take a publication back before it is out."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT, STAFF
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import OPEN, PublicationStatus
from korpu_partners.publications.facts import PublicationWithdrawn
from korpu_partners.publications.policies.decision_numbers import Reason
from korpu_partners.publications.tables import Publication


class WithdrawPublication(Changes):
    """Why it is taken back."""

    reason: Reason


@publications.changes(
    who=[*DEPARTMENT, STAFF.own("author_ids")],
    when=OPEN,
    to=[PublicationStatus.WITHDRAWN],
    emits=[PublicationWithdrawn],
)
async def withdraw_publication(publication: Publication, command: WithdrawPublication, uow: UnitOfWork) -> None:
    """Take a publication back before it is out."""
    publication.stops(PublicationStatus.WITHDRAWN, command.reason)
    await uow.emit(publication, PublicationWithdrawn(reason=command.reason))
