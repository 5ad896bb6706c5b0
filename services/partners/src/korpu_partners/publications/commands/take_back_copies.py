"""`TakeBackCopies`: take copies back from the list; they can be given to somebody else."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.parts import without
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.distribution import gift_of, told
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.facts import PublicationCopiesTakenBack
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.refusals.readiness import NoSuchGift
from korpu_partners.publications.tables import Publication


class TakeBackCopies(Changes):
    """Which copies were not given after all, or came back, and why."""

    distribution_id: UUID
    reason: Reason


@publications.changes(
    who=DEPARTMENT, when=[PublicationStatus.PUBLISHED], emits=[PublicationCopiesTakenBack], refuses=[NoSuchGift]
)
async def take_back_copies(publication: Publication, command: TakeBackCopies, uow: UnitOfWork) -> None:
    """Take copies back from the list; they can be given to somebody else."""
    gift = gift_of(publication, command.distribution_id)
    publication.distributions = without(publication.distributions, gift)
    known = {"distribution_id": gift.id, **told(gift), "reason": command.reason}
    await uow.emit(publication, PublicationCopiesTakenBack.model_validate(known))
