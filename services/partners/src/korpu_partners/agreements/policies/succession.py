"""How one agreement follows another: the successor is drafted, takes over, or is given up."""

from datetime import date

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.facts import (
    AgreementRenewalBegun,
    AgreementRenewalDropped,
    AgreementRenewed,
    AgreementSucceeded,
)
from korpu_partners.agreements.policies.draft import drafted
from korpu_partners.agreements.policies.parties import with_successors
from korpu_partners.agreements.records import Origin
from korpu_partners.agreements.refusals.renewals import HasSuccessor
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Terms


async def succeeding(agreement: Agreement, terms: Terms, uow: UnitOfWork) -> Agreement:
    """A draft that knows its predecessor, belongs to the same people and tells the same story."""
    uow.correlation_id = uow.correlation_id or agreement.correlation_id
    successor = await drafted(await with_successors(terms, uow), agreement.title, uow)
    successor.predecessor_id, successor.unit = agreement.id, agreement.unit
    successor.owner, successor.backup = agreement.owner, agreement.backup
    successor.origin = Origin(kind="agreement", id=agreement.id)
    return successor


async def drop_renewal(successor: Agreement, uow: UnitOfWork) -> None:
    """Let the predecessor of an abandoned agreement be renewed in another way."""
    if successor.predecessor_id is None:
        return
    agreement = await uow.lock(Agreement, successor.predecessor_id)
    agreement.successor_id = None
    await uow.emit(agreement, AgreementRenewalDropped(successor_id=successor.id))


async def resume_renewal(successor: Agreement, uow: UnitOfWork) -> None:
    """Let a successor that was abandoned follow its predecessor again, unless another does."""
    if successor.predecessor_id is None:
        return
    agreement = await uow.lock(Agreement, successor.predecessor_id)
    if agreement.successor_id:
        raise HasSuccessor
    agreement.successor_id = successor.id
    await uow.emit(agreement, AgreementRenewalBegun(successor_id=successor.id))


async def hand_over(successor: Agreement, on: date, uow: UnitOfWork) -> None:
    """Let a signed successor take over on a day from a predecessor that was not terminated meanwhile."""
    if successor.predecessor_id is None:
        return
    agreement = await uow.lock(Agreement, successor.predecessor_id)
    if agreement.terminated_on:
        return
    agreement.renews_on = on
    await uow.emit(agreement, AgreementSucceeded(successor_id=successor.id, on=on))
    if on <= uow.today:
        await renewed(agreement, uow)


async def renewed(agreement: Agreement, uow: UnitOfWork) -> None:
    """The successor has taken over."""
    assert agreement.successor_id  # noqa: S101 -- only a successor makes it renewed
    assert agreement.renews_on  # noqa: S101 -- and says from when
    agreement.renewed_on = agreement.renews_on
    await uow.emit(agreement, AgreementRenewed(successor_id=agreement.successor_id, on=agreement.renews_on))
