"""A publication that is taken back before it is out."""

from korpu_chassis.commands import Changes
from korpu_chassis.work import Work
from korpu_partners.people import DEPARTMENT, STAFF
from korpu_partners.publications.deciding import Reason
from korpu_partners.publications.lifecycle import OPEN, PublicationStatus
from korpu_partners.publications.messages import PublicationWithdrawn
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication


class WithdrawPublication(Changes):
    """Why it is taken back."""

    reason: Reason


@publications.changes(
    who=[*DEPARTMENT, STAFF.own("author_ids")],
    when=OPEN,
    to=[PublicationStatus.WITHDRAWN],
    says=[PublicationWithdrawn],
)
async def withdraw_publication(publication: Publication, command: WithdrawPublication, work: Work) -> None:
    """Take a publication back before it is out."""
    publication.reason, publication.status = command.reason, PublicationStatus.WITHDRAWN
    await work.say(publication, PublicationWithdrawn(reason=command.reason))
