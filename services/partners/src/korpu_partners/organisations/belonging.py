"""To which agreement a contact belongs."""

from uuid import UUID

from sqlalchemy import Text, Uuid, column, select, table
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Refusal
from korpu_partners.known import standing_of
from korpu_partners.organisations.tables import Organisation

agreement = table(
    "agreement",
    column("id", Uuid),
    column("unit", Text),
    column("partner_ids", ARRAY(Uuid)),
    column("terms", JSONB),
)


class AgreementOfOthers(Refusal):
    """A contact for one agreement belongs to a party of it."""

    code = "contact-agreement-of-others"
    text = {
        "az": "Belə müqavilə yoxdur və ya bu təşkilat onun tərəfi deyil.",
        "en": "There is no such agreement, or this organisation is not a party of it.",
        "ru": "Такого соглашения нет, или эта организация не является его стороной.",
        "de": "Diesen Vertrag gibt es nicht, oder die Organisation ist nicht seine Partei.",
        "fr": "Cet accord n'existe pas, ou l'organisation n'en est pas partie.",
    }


async def check_agreement(organisation: Organisation, agreement_id: UUID | None, uow: UnitOfWork) -> None:
    """The agreement that a contact is for binds this organisation, under whatever id it names it."""
    if agreement_id is None:
        return
    named = await uow.session.scalar(select(agreement.c.partner_ids).where(agreement.c.id == agreement_id))
    known = await standing_of(named or (), uow)
    if organisation.id not in {each.id for each in known.values()}:
        raise AgreementOfOthers("agreement_id")
