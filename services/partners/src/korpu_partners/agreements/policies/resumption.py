"""A suspended agreement goes on."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.facts import AgreementResumed
from korpu_partners.agreements.tables import Agreement


async def resume(agreement: Agreement, uow: UnitOfWork) -> None:
    """End the rest."""
    agreement.suspension = None
    await uow.emit(agreement, AgreementResumed())
