"""`CorrectMember`: put right what is known of a member."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.delegation import require_known_members
from korpu_events.visits.domain.lifecycle import UNFINISHED
from korpu_events.visits.domain.particulars import Particulars
from korpu_events.visits.facts import VisitMemberCorrected
from korpu_events.visits.guests import VisitMember
from korpu_events.visits.refusals.people import UnknownMember
from korpu_events.visits.tables import Visit


class CorrectMember(Changes):
    """Who a member is, in full."""

    member_id: UUID
    particulars: Particulars


@visits.changes(who=[OFFICER, HEAD], when=UNFINISHED, emits=[VisitMemberCorrected], refuses=[UnknownMember])
async def correct_member(visit: Visit, command: CorrectMember, uow: UnitOfWork) -> None:
    """Put right what is known of a member."""
    require_known_members(visit.members, {command.member_id}, "member_id")
    own = command.particulars.model_dump()
    await uow.session.merge(VisitMember(id=command.member_id, visit_id=visit.id, **own))
    await uow.emit(visit, VisitMemberCorrected(member_id=command.member_id))
