"""To which agreement a contact belongs."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.interface import partners_of
from korpu_partners.organisations.interface import standing_of
from korpu_partners.organisations.refusals.hierarchy import AgreementOfOthers
from korpu_partners.organisations.tables import Organisation


async def require_own_agreement(organisation: Organisation, agreement_id: UUID | None, uow: UnitOfWork) -> None:
    """The agreement that a contact is for binds this organisation, under whatever id it names it."""
    if agreement_id is None:
        return
    known = await standing_of(await partners_of(agreement_id, uow), uow)
    if organisation.id not in {each.id for each in known.values()}:
        raise AgreementOfOthers("agreement_id")
