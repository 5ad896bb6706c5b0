"""Who receives the delegation, and who of it is invited by letter."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_events.people import HEAD, OFFICER
from korpu_events.visits.delegation import below_protocol, every_one_known, two_languages
from korpu_events.visits.lifecycle import ARRANGING, PREPARED, VisitStatus, has_room
from korpu_events.visits.messages.people import VisitHostsNamed, VisitInvitationIssued
from korpu_events.visits.parts import Host, Interpreter
from korpu_events.visits.programme import may_release
from korpu_events.visits.refusals.course import ListFull
from korpu_events.visits.refusals.people import HostBelowProtocol, InvitedTwice, SameLanguage, UnknownMember
from korpu_events.visits.refusals.programme import InterpreterStillNeeded
from korpu_events.visits.room import visits
from korpu_events.visits.surroundings import Invitation
from korpu_events.visits.tables import Visit
from korpu_events.visits.words import Rank


class NameHosts(Changes):
    """Who receives the delegation, who goes with it and who interprets, in full; whoever is left out is released."""

    hosts: Annotated[tuple[Host, ...], Field(max_length=50)] = ()
    escort: Annotated[tuple[UUID, ...], Field(max_length=50)] = ()
    interpreters: Annotated[tuple[Interpreter, ...], Field(max_length=50)] = ()


class IssueInvitation(Changes):
    """An invitation letter, and for whom."""

    number: Annotated[Text, Field(max_length=40)]
    on: Day
    member_ids: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=300)]


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.APPROVED, *ARRANGING],
    emits=[VisitHostsNamed],
    refuses=[SameLanguage, InterpreterStillNeeded],
)
async def name_hosts(visit: Visit, command: NameHosts, uow: UnitOfWork) -> None:
    """Say who receives the delegation, who goes with it, and who interprets between which languages."""
    two_languages(command.interpreters)
    may_release(command.interpreters, visit.programme, uow.principal.language or "az")
    if below_protocol(command.hosts, Rank(visit.head_level), list(Rank)):
        uow.warn(HostBelowProtocol("hosts", level=visit.head_level))
    before = _ours(visit)
    visit.hosts, visit.escort, visit.interpreters = command.hosts, command.escort, command.interpreters
    after = _ours(visit)
    await uow.emit(visit, VisitHostsNamed(added=tuple(sorted(after - before)), removed=tuple(sorted(before - after))))


@visits.changes(
    who=[OFFICER, HEAD],
    when=[*PREPARED, VisitStatus.POSTPONED],
    emits=[VisitInvitationIssued],
    refuses=[UnknownMember, InvitedTwice, ListFull],
)
async def issue_invitation(visit: Visit, command: IssueInvitation, uow: UnitOfWork) -> None:
    """Record an invitation letter for members of the delegation."""
    has_room(visit.invitations)
    every_one_known(visit.members, set(command.member_ids), "member_ids")
    if any(each.number == command.number for each in visit.invitations):
        raise InvitedTwice("number")
    letter = Invitation(number=command.number, on=command.on, member_ids=command.member_ids)
    visit.invitations = (*visit.invitations, letter)
    await uow.emit(visit, VisitInvitationIssued(number=letter.number, on=letter.on, member_ids=letter.member_ids))


def _ours(visit: Visit) -> set[UUID]:
    receiving = {each.person_id for each in visit.hosts} | {each.person_id for each in visit.interpreters}
    return receiving | set(visit.escort)
