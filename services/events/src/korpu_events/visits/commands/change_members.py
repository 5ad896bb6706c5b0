"""`ChangeMembers`: let people join or leave the delegation; departments get the difference, as ids."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from sqlalchemy import delete
from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.delegation import changed
from korpu_events.visits.domain.lifecycle import UNFINISHED
from korpu_events.visits.domain.particulars import NewMember
from korpu_events.visits.domain.readiness import recounted
from korpu_events.visits.facts import VisitMembersChanged, VisitRequestChanged
from korpu_events.visits.guests import MemberDocument, VisitMember
from korpu_events.visits.parts import Member
from korpu_events.visits.policies.requests import tell_departments
from korpu_events.visits.refusals.people import MembersUnchanged, SecondHead, TooManyMembers, UnknownMember
from korpu_events.visits.tables import Visit


class ChangeMembers(Changes):
    """Who joins the delegation and who leaves it."""

    add: Annotated[tuple[NewMember, ...], Field(max_length=300)] = ()
    remove: Annotated[tuple[UUID, ...], Field(max_length=300, description="Members by their ids.")] = ()


@visits.changes(
    who=[OFFICER, HEAD],
    when=UNFINISHED,
    emits=[VisitMembersChanged, VisitRequestChanged],
    refuses=[MembersUnchanged, UnknownMember, SecondHead, TooManyMembers],
)
async def change_members(visit: Visit, command: ChangeMembers, uow: UnitOfWork) -> None:
    """Let people join or leave the delegation; departments get the difference, as ids, and what they are asked for."""
    new = {uuid7(): person for person in command.add}
    added = [Member(id=key, organisation_id=each.organisation_id, head=each.head) for key, each in new.items()]
    visit.members = changed(visit.members, added, set(command.remove))
    for table in (VisitMember, MemberDocument):
        await uow.session.execute(delete(table).where(table.id.in_(command.remove)))  # type: ignore[attr-defined]
    for key, person in new.items():
        own = person.model_dump(exclude={"organisation_id", "head"})
        uow.session.add(VisitMember(id=key, visit_id=visit.id, **own))
    fact = VisitMembersChanged(
        added=tuple(new), removed=tuple(dict.fromkeys(command.remove)), member_count=len(visit.members)
    )
    before = visit.requests
    visit.requests = recounted(before, visit.member_count, uow.today, uow.now)
    await uow.emit(visit, fact)
    await tell_departments(visit, before, uow)
