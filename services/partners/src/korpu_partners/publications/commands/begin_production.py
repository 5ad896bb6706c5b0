"""`BeginProduction`: give an approved work to the printer."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.facts import PublicationProductionBegun
from korpu_partners.publications.tables import Publication


class BeginProduction(Changes):
    """The text is final."""


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.APPROVED],
    to=[PublicationStatus.IN_PRODUCTION],
    emits=[PublicationProductionBegun],
)
async def begin_production(publication: Publication, command: BeginProduction, uow: UnitOfWork) -> None:
    """Give an approved work to the printer."""
    publication.status = PublicationStatus.IN_PRODUCTION
    await uow.emit(publication, PublicationProductionBegun())
