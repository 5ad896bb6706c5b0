"""How a publication ends: declined, taken back before it is out, or with all who should have it; and begins again."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.people import DEPARTMENT, HEAD, STAFF
from korpu_partners.publications.deciding import Reason
from korpu_partners.publications.lifecycle import OPEN, UNDECIDED, PublicationStatus
from korpu_partners.publications.messages import (
    PublicationDeclined,
    PublicationDistributed,
    PublicationDistributionReopened,
    PublicationWithdrawn,
)
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication
from korpu_partners.publications.unready import NothingDistributed


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


class CompleteDistribution(Changes):
    """All who should have it have got it."""


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.PUBLISHED],
    to=[PublicationStatus.DISTRIBUTED],
    emits=[PublicationDistributed],
    refuses=[NothingDistributed],
)
async def complete_distribution(publication: Publication, command: CompleteDistribution, uow: UnitOfWork) -> None:
    """Close the list of those who were given copies."""
    if not publication.distributions:
        raise NothingDistributed
    publication.distributed_on, publication.status = uow.today, PublicationStatus.DISTRIBUTED
    copies = sum(each.copies for each in publication.distributions)
    await uow.emit(publication, PublicationDistributed(copies=copies))


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
