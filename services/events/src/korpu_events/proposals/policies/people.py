"""Who proposes, supports and speaks: always a person, and one who proposes without a name is named nowhere."""

from uuid import UUID

from sqlalchemy import Uuid, delete, literal, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.proposals.refusals import OwnProposal, OwnUnnamedProposal, ProposalPersonUnknown
from korpu_events.proposals.tables import Proposal, Supporter


def person_of(uow: UnitOfWork) -> UUID:
    """The person who asks."""
    if uow.principal.person_id is None:
        raise ProposalPersonUnknown
    return uow.principal.person_id


def is_proposer(proposal: Proposal, person_id: UUID | None) -> bool:
    """Whether this person proposed it, with a name or without."""
    return person_id is not None and person_id in {proposal.proposer_id, proposal.unnamed_proposer_id}


def hide_unnamed(proposal: Proposal, uow: UnitOfWork) -> None:
    """Let nothing tell who acts, where it is the one who proposed without a name."""
    person = uow.principal.person_id
    uow.unnamed = person is not None and person == proposal.unnamed_proposer_id


def require_another(proposal: Proposal, uow: UnitOfWork) -> None:
    """Whoever proposed it neither decides on it nor verifies it."""
    if is_proposer(proposal, uow.principal.person_id):
        raise OwnUnnamedProposal if proposal.unnamed else OwnProposal


async def add_supporter(proposal_id: UUID, person_id: UUID, uow: UnitOfWork) -> bool:
    """Count a person once; says whether that was new."""
    added = insert(Supporter).values(proposal_id=proposal_id, person_id=person_id).on_conflict_do_nothing()
    return (await uow.session.execute(added.returning(col(Supporter.person_id)))).first() is not None


async def drop_supporter(proposal_id: UUID, person_id: UUID, uow: UnitOfWork) -> bool:
    """Count a person no more; says whether that was one."""
    own = (col(Supporter.proposal_id) == proposal_id) & (col(Supporter.person_id) == person_id)
    dropped = delete(Supporter).where(own).returning(col(Supporter.person_id))
    return (await uow.session.execute(dropped)).first() is not None


async def move_supporters(source: Proposal, target: Proposal, uow: UnitOfWork) -> int:
    """Let those who support one support the other, each once and none their own; says how many came in addition."""
    own = [each for each in (target.proposer_id, target.unnamed_proposer_id) if each]
    moved = select(literal(target.id, Uuid), col(Supporter.person_id)).where(
        col(Supporter.proposal_id) == source.id, col(Supporter.person_id).not_in(own)
    )
    added = insert(Supporter).from_select(["proposal_id", "person_id"], moved).on_conflict_do_nothing()
    return len((await uow.session.execute(added.returning(col(Supporter.person_id)))).all())
