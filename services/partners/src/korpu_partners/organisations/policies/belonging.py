"""To which agreement a contact belongs."""

from uuid import UUID

from sqlalchemy import Text, Uuid, column, select, table
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.lookup import standing_of
from korpu_partners.organisations.refusals.hierarchy import AgreementOfOthers
from korpu_partners.organisations.tables import Organisation

agreement = table(
    "agreement",
    column("id", Uuid),
    column("unit", Text),
    column("partner_ids", ARRAY(Uuid)),
    column("terms", JSONB),
)


async def check_agreement(organisation: Organisation, agreement_id: UUID | None, uow: UnitOfWork) -> None:
    """The agreement that a contact is for binds this organisation, under whatever id it names it."""
    if agreement_id is None:
        return
    named = await uow.session.scalar(select(agreement.c.partner_ids).where(agreement.c.id == agreement_id))
    known = await standing_of(named or (), uow)
    if organisation.id not in {each.id for each in known.values()}:
        raise AgreementOfOthers("agreement_id")
