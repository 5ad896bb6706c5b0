"""Who comes; names and passports go into tables of their own and no further."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import delete
from uuid_utils.compat import uuid7

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Country, Day, Email, Personal, Phone, Text
from korpu_events.people import HEAD, OFFICER
from korpu_events.visits.delegation import changed, every_one_known
from korpu_events.visits.guests import MemberDocument, VisitMember
from korpu_events.visits.lifecycle import UNFINISHED
from korpu_events.visits.messages.people import VisitMemberCorrected, VisitMembersChanged, VisitPassportRecorded
from korpu_events.visits.parts import Member
from korpu_events.visits.refusals.people import (
    MembersUnchanged,
    PassportExpires,
    SecondHead,
    TooManyMembers,
    UnknownMember,
)
from korpu_events.visits.room import visits
from korpu_events.visits.tables import Visit


class Particulars(BaseModel):
    """Who a person is: personal data, kept by this service alone."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    name: Annotated[Text, Personal, Field(max_length=200)]
    native_name: Annotated[Text | None, Personal, Field(max_length=200, description="In the person's own script.")] = (
        None
    )
    position: Annotated[Text | None, Personal, Field(max_length=300)] = None
    email: Annotated[Email | None, Personal] = None
    phone: Annotated[Phone | None, Personal] = None


class NewMember(Particulars):
    """A person who joins the delegation."""

    organisation_id: UUID | None = None
    head: Annotated[bool, Field(description="Whether this person leads the delegation.")] = False


class ChangeMembers(Changes):
    """Who joins the delegation and who leaves it."""

    add: Annotated[tuple[NewMember, ...], Field(max_length=300)] = ()
    remove: Annotated[tuple[UUID, ...], Field(max_length=300, description="Members by their ids.")] = ()


class CorrectMember(Changes):
    """Who a member is, in full."""

    member_id: UUID
    particulars: Particulars


class RecordPassport(Changes):
    """The passport of a member, and what they need; restricted."""

    member_id: UUID
    number: Annotated[Text, Personal, Field(max_length=40)]
    country: Annotated[Country, Personal]
    expires: Annotated[Day, Personal]
    born_on: Annotated[Day | None, Personal] = None
    needs: Annotated[Text | None, Personal, Field(description="Health, diet, access.")] = None


@visits.changes(
    who=[OFFICER, HEAD],
    when=UNFINISHED,
    emits=[VisitMembersChanged],
    refuses=[MembersUnchanged, UnknownMember, SecondHead, TooManyMembers],
)
async def change_members(visit: Visit, command: ChangeMembers, uow: UnitOfWork) -> None:
    """Let people join or leave the delegation; departments get the difference, as ids."""
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
    await uow.emit(visit, fact)


@visits.changes(who=[OFFICER, HEAD], when=UNFINISHED, emits=[VisitMemberCorrected], refuses=[UnknownMember])
async def correct_member(visit: Visit, command: CorrectMember, uow: UnitOfWork) -> None:
    """Put right what is known of a member."""
    every_one_known(visit.members, {command.member_id}, "member_id")
    own = command.particulars.model_dump()
    await uow.session.merge(VisitMember(id=command.member_id, visit_id=visit.id, **own))
    await uow.emit(visit, VisitMemberCorrected(member_id=command.member_id))


@visits.changes(who=[OFFICER, HEAD], when=UNFINISHED, emits=[VisitPassportRecorded], refuses=[UnknownMember])
async def record_passport(visit: Visit, command: RecordPassport, uow: UnitOfWork) -> None:
    """Keep the passport of a member where only its readers are let in."""
    every_one_known(visit.members, {command.member_id}, "member_id")
    if command.expires < visit.ends:
        uow.warn(PassportExpires("expires"))
    document = MemberDocument(
        id=command.member_id,
        visit_id=visit.id,
        passport_number=command.number,
        passport_country=command.country,
        passport_expires=command.expires,
        born_on=command.born_on,
        needs=command.needs,
    )
    await uow.session.merge(document)
    await uow.emit(visit, VisitPassportRecorded(member_id=command.member_id))
