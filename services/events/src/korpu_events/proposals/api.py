"""Reading what is never published of proposals, one's own, and those that are like what one wants to say."""

from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_chassis.validation.codes import Personal, Text
from korpu_events.permissions import HEAD
from korpu_events.proposals.domain.lifecycle import ProposalSide
from korpu_events.proposals.domain.likeness import stems
from korpu_events.proposals.policies.people import is_proposer
from korpu_events.proposals.policies.similarity import similar
from korpu_events.proposals.tables import Proposal, Remark, Supporter

router = APIRouter(tags=["proposals"])


class ProposalField(StrEnum):
    """What can be asked about a proposal beside its public state."""

    UNNAMED_PROPOSER_ID = "unnamed_proposer_id"
    DISCUSSION = "discussion"
    MINE = "mine"
    SUPPORTED = "supported"


class ReadProposals(LoggedBatch):
    """Some fields of some proposals."""

    fields: Annotated[tuple[ProposalField, ...], Field(min_length=1, max_length=len(ProposalField))]


class ProposalsRead(BaseModel):
    """What the caller may read of the proposals asked for; what may not be read is absent without a hint."""

    proposals: list[dict[str, Any]]


class OwnProposals(BaseModel):
    """Nothing more is asked: whose, the token says."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FoundProposal(BaseModel):
    """A proposal, by its id, and how alike it is: from 0 to 1; one's own are themselves."""

    id: UUID
    code: str
    likeness: float = 1.0


class ProposalsFound(BaseModel):
    """What was found, the most alike or the newest first."""

    proposals: list[FoundProposal]


class FindSimilarProposals(BaseModel):
    """What one wants to propose, in one's own words; nothing of it is kept."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: Annotated[Text, Personal]


@router.post("/proposals/read", response_model=ProposalsRead, responses=PROBLEMS, openapi_extra=takes(ReadProposals))
async def read_proposals(request: Request) -> Response:
    """Read what is said of proposals and what is one's own; each look at an unnamed proposer is written down."""
    async with asked(request, ReadProposals) as (question, uow):
        found = await uow.find(Proposal, col(Proposal.id).in_(question.ids))
        told = [{"id": each.id, **await _told(each, question, uow)} for each in found]
        return answer(ProposalsRead(proposals=told))


@router.post("/proposals/mine", response_model=ProposalsFound, responses=PROBLEMS, openapi_extra=takes(OwnProposals))
async def own_proposals(request: Request) -> Response:
    """Find what the caller has proposed, with a name or without; the newest first."""
    async with asked(request, OwnProposals) as (_, uow):
        person = uow.principal.person_id
        own = (col(Proposal.proposer_id) == person) | (col(Proposal.unnamed_proposer_id) == person)
        found = await uow.find(Proposal, own) if person else []
        newest = sorted(found, key=lambda each: each.created_at, reverse=True)
        return answer(ProposalsFound(proposals=[FoundProposal(id=each.id, code=each.code) for each in newest]))


@router.post(
    "/proposals/similar", response_model=ProposalsFound, responses=PROBLEMS, openapi_extra=takes(FindSimilarProposals)
)
async def similar_proposals(request: Request) -> Response:
    """Find what others have proposed in like words, before it is said again."""
    async with asked(request, FindSimilarProposals) as (question, uow):
        found = await similar(stems(question.text), uow)
        alike = [FoundProposal(id=each.id, code=each.code, likeness=each.likeness) for each in found]
        return answer(ProposalsFound(proposals=alike))


async def _told(proposal: Proposal, question: ReadProposals, uow: UnitOfWork) -> dict[str, Any]:
    told: dict[str, Any] = {}
    hidden = proposal.unnamed and ProposalField.UNNAMED_PROPOSER_ID in question.fields
    if hidden and HEAD.admits(uow.principal.by_own_right(), proposal):
        await uow.log_read([proposal.id], [ProposalField.UNNAMED_PROPOSER_ID], question.purpose)
        told[ProposalField.UNNAMED_PROPOSER_ID] = proposal.unnamed_proposer_id
    if ProposalField.DISCUSSION in question.fields:
        told[ProposalField.DISCUSSION] = await _discussion(proposal.id, uow)
    if ProposalField.MINE in question.fields:
        told[ProposalField.MINE] = is_proposer(proposal, uow.principal.person_id)
    if ProposalField.SUPPORTED in question.fields:
        told[ProposalField.SUPPORTED] = await _is_supported(proposal.id, uow)
    return told


async def _discussion(proposal_id: UUID, uow: UnitOfWork) -> list[dict[str, Any]]:
    remarks = await uow.find(Remark, col(Remark.proposal_id) == proposal_id)
    return [
        {"id": each.id, "side": ProposalSide(each.side), "at": each.at, "person_id": each.person_id, "text": each.text}
        for each in sorted(remarks, key=lambda it: (it.at, it.id))
    ]


async def _is_supported(proposal_id: UUID, uow: UnitOfWork) -> bool:
    person = uow.principal.person_id
    own = (col(Supporter.proposal_id) == proposal_id) & (col(Supporter.person_id) == person)
    return bool(person and await uow.find(Supporter, own))
