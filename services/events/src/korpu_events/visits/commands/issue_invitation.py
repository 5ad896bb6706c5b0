"""`IssueInvitation`: record an invitation letter for members of the delegation."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.delegation import require_known_members
from korpu_events.visits.domain.lifecycle import PREPARED, VisitStatus, require_room
from korpu_events.visits.facts import VisitInvitationIssued
from korpu_events.visits.refusals.course import ListFull
from korpu_events.visits.refusals.people import InvitedTwice, UnknownMember
from korpu_events.visits.surroundings import Invitation
from korpu_events.visits.tables import Visit


class IssueInvitation(Changes):
    """An invitation letter, and for whom."""

    number: Annotated[Text, Field(max_length=40)]
    on: Day
    member_ids: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=300)]


@visits.changes(
    who=[OFFICER, HEAD],
    when=[*PREPARED, VisitStatus.POSTPONED],
    emits=[VisitInvitationIssued],
    refuses=[UnknownMember, InvitedTwice, ListFull],
)
async def issue_invitation(visit: Visit, command: IssueInvitation, uow: UnitOfWork) -> None:
    """Record an invitation letter for members of the delegation."""
    require_room(visit.invitations)
    require_known_members(visit.members, set(command.member_ids), "member_ids")
    if any(each.number == command.number for each in visit.invitations):
        raise InvitedTwice("number")
    letter = Invitation(number=command.number, on=command.on, member_ids=command.member_ids)
    visit.invitations = (*visit.invitations, letter)
    await uow.emit(visit, VisitInvitationIssued(number=letter.number, on=letter.on, member_ids=letter.member_ids))
