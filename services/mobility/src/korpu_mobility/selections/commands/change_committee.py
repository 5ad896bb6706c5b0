"""`ChangeCommittee`: others sit on the committee."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.interface import put_to_committee, who_has_scored
from korpu_mobility.permissions import OFFICE
from korpu_mobility.selections.aggregate import selections
from korpu_mobility.selections.domain.lifecycle import BEFORE_RANKING, Status, left_out, require_committee
from korpu_mobility.selections.facts import SelectionCommitteeChanged
from korpu_mobility.selections.inputs import Members, Quorum
from korpu_mobility.selections.interface import terms_of
from korpu_mobility.selections.policies.committee import require_staff
from korpu_mobility.selections.refusals.committee import (
    CommitteeTooSmall,
    MemberHasScored,
    MemberTwice,
    MemberUnknown,
    QuorumOutOfReach,
)
from korpu_mobility.selections.tables import Selection


class ChangeCommittee(Changes):
    """The whole committee, as it is from now on."""

    member_ids: Members
    quorum: Quorum


@selections.changes(
    who=OFFICE,
    when=BEFORE_RANKING,
    emits=[SelectionCommitteeChanged],
    refuses=[CommitteeTooSmall, MemberTwice, QuorumOutOfReach, MemberUnknown, MemberHasScored],
)
async def change_committee(selection: Selection, command: ChangeCommittee, uow: UnitOfWork) -> None:
    """Let others sit on the committee; who has given scores stays, and a conflict of interest is looked for anew."""
    require_committee(command.member_ids, command.quorum)
    if left_out(selection.member_ids, command.member_ids) & await who_has_scored(selection.opportunity_id, uow):
        raise MemberHasScored("member_ids")
    await require_staff(command.member_ids, uow)
    selection.member_ids, selection.quorum = command.member_ids, command.quorum
    await uow.emit(selection, SelectionCommitteeChanged())
    if selection.status == Status.SCORING:
        await put_to_committee(terms_of(selection), uow)
