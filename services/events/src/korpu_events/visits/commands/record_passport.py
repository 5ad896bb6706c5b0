"""`RecordPassport`: keep the passport of a member where only its readers are let in."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Country, Day, Personal, Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.delegation import require_known_members
from korpu_events.visits.domain.lifecycle import UNFINISHED
from korpu_events.visits.facts import VisitPassportRecorded
from korpu_events.visits.guests import MemberDocument
from korpu_events.visits.refusals.people import BornInTheFuture, PassportExpires, UnknownMember
from korpu_events.visits.tables import Visit


class RecordPassport(Changes):
    """The passport of a member, and what they need; restricted."""

    member_id: UUID
    number: Annotated[Text, Personal, Field(max_length=40)]
    country: Annotated[Country, Personal]
    expires: Annotated[Day, Personal]
    born_on: Annotated[Day | None, Personal] = None
    needs: Annotated[Text | None, Personal, Field(description="Health, diet, access.")] = None


@visits.changes(
    who=[OFFICER, HEAD], when=UNFINISHED, emits=[VisitPassportRecorded], refuses=[UnknownMember, BornInTheFuture]
)
async def record_passport(visit: Visit, command: RecordPassport, uow: UnitOfWork) -> None:
    """Keep the passport of a member where only its readers are let in."""
    if command.born_on and command.born_on > uow.today:
        raise BornInTheFuture("born_on")
    require_known_members(visit.members, {command.member_id}, "member_id")
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
