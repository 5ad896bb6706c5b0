"""`ReopenDistribution`: open the list of those who are given copies again; further editions may be planned."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.facts import PublicationDistributionReopened
from korpu_partners.publications.policies.decision_numbers import Reason
from korpu_partners.publications.tables import Publication


class ReopenDistribution(Changes):
    """Why copies are given again: a further edition, a reprint, somebody who was forgotten."""

    reason: Reason


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.DISTRIBUTED],
    to=[PublicationStatus.PUBLISHED],
    emits=[PublicationDistributionReopened],
)
async def reopen_distribution(publication: Publication, command: ReopenDistribution, uow: UnitOfWork) -> None:
    """Open the list of those who are given copies again; further editions may be planned."""
    publication.distributed_on, publication.status = None, PublicationStatus.PUBLISHED
    await uow.emit(publication, PublicationDistributionReopened(reason=command.reason))
