"""`CompleteDistribution`: close the list of those who were given copies."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.facts import PublicationDistributed
from korpu_partners.publications.refusals.readiness import NothingDistributed
from korpu_partners.publications.tables import Publication


class CompleteDistribution(Changes):
    """All who should have it have got it."""


def require_distributed(publication: Publication) -> None:
    """Somebody was given a copy."""
    if not publication.distributions:
        raise NothingDistributed


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.PUBLISHED],
    to=[PublicationStatus.DISTRIBUTED],
    emits=[PublicationDistributed],
    refuses=[NothingDistributed],
    requires=[require_distributed],
)
async def complete_distribution(publication: Publication, command: CompleteDistribution, uow: UnitOfWork) -> None:
    """Close the list of those who were given copies."""
    publication.distributed_on, publication.status = uow.today, PublicationStatus.DISTRIBUTED
    copies = sum(each.copies for each in publication.distributions)
    await uow.emit(publication, PublicationDistributed(copies=copies))
