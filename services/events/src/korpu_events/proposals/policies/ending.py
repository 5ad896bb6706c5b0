"""How a proposal ends, and how those who took part in it are forgotten."""

from uuid import UUID

from sqlalchemy import delete, or_, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.proposals.domain.lifecycle import ProposalStatus
from korpu_events.proposals.facts import ProposalForgotten
from korpu_events.proposals.rules import kept_until
from korpu_events.proposals.tables import Proposal, Remark, Supporter


def end(proposal: Proposal, status: ProposalStatus, uow: UnitOfWork) -> None:
    """Nothing more is done about it; from today on it is counted when people are forgotten."""
    proposal.status, proposal.overdue, proposal.kept_until = status, False, kept_until(uow.today)


def go_on(proposal: Proposal, status: ProposalStatus) -> None:
    """Something is done about it again."""
    proposal.status, proposal.kept_until = status, None


async def forget_all(proposal: Proposal, uow: UnitOfWork) -> None:
    """Forget who took part and what was said; how many there were stays."""
    proposal.unnamed_proposer_id, proposal.forgotten_on = None, uow.today
    for table in (Supporter, Remark):
        await uow.session.execute(delete(table).where(col(table.proposal_id) == proposal.id))
    await uow.emit(proposal, ProposalForgotten())


async def forget_person(person_id: UUID, uow: UnitOfWork) -> None:
    """Forget somebody in all proposals: that they proposed without a name, supported, and what they said."""
    named = [select(col(each.proposal_id)).where(col(each.person_id) == person_id) for each in (Supporter, Remark)]
    concerned = or_(col(Proposal.unnamed_proposer_id) == person_id, *(col(Proposal.id).in_(each) for each in named))
    for proposal in await uow.lock_all(Proposal, concerned, order=col(Proposal.id)):
        if proposal.unnamed_proposer_id == person_id:
            proposal.unnamed_proposer_id = None
        for table in (Supporter, Remark):
            theirs = (col(table.proposal_id) == proposal.id) & (col(table.person_id) == person_id)
            await uow.session.execute(delete(table).where(theirs))
        await uow.emit(proposal, ProposalForgotten())
