"""The way back from a ranking: who was compared is compared anew, as long as nobody was asked to confirm."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.domain.lifecycle import AFTER_OFFER, BY_COMPARISON, COMPARED, Status
from korpu_mobility.applications.policies.call_reading import count_of, of_call
from korpu_mobility.applications.policies.committee import put_to_committee
from korpu_mobility.selections.interface import Terms


async def offers_sent(opportunity_id: UUID, uow: UnitOfWork) -> int:
    """How many were asked to confirm a place of this call, whatever they answered."""
    return await count_of(opportunity_id, AFTER_OFFER, uow)


async def compare_anew(terms: Terms, uow: UnitOfWork) -> None:
    """Put everybody who had a rank to the committee again; what the members gave stays, and can be corrected."""
    for each in await of_call(terms.opportunity_id, (*COMPARED, Status.REJECTED), uow):
        if each.rank is not None and (each.status in COMPARED or each.cause in BY_COMPARISON):
            each.is_compared_anew()
    await uow.session.flush()
    await put_to_committee(terms, uow)
