"""An agreement ends before its last day."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.facts import AgreementTerminated
from korpu_partners.agreements.tables import Agreement


async def end(agreement: Agreement, uow: UnitOfWork) -> None:
    """The notice period is over."""
    assert agreement.termination  # noqa: S101 -- only a termination ends it early
    agreement.terminated_on = agreement.termination.effective
    await uow.emit(agreement, AgreementTerminated(on=agreement.terminated_on))
