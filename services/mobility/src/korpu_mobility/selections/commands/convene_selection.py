"""`ConveneSelection`: name the committee that compares those who apply."""

import secrets
from uuid import UUID

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.interface import published_call
from korpu_mobility.permissions import OFFICE
from korpu_mobility.selections.aggregate import selections
from korpu_mobility.selections.domain.lifecycle import Status, TieRule, require_committee, require_score_day
from korpu_mobility.selections.facts import SelectionConvened
from korpu_mobility.selections.inputs import Members, PassMark, Quorum, ScoreDay
from korpu_mobility.selections.policies.committee import require_staff
from korpu_mobility.selections.refusals.committee import (
    CommitteeTooSmall,
    CriteriaMissing,
    MemberTwice,
    MemberUnknown,
    QuorumOutOfReach,
    ScoreDayPassed,
    SelectionAlreadyThere,
)
from korpu_mobility.selections.tables import Selection


class ConveneSelection(Creates):
    """Who compares, by how many scores, until when, and who comes first of equals."""

    opportunity_id: UUID
    member_ids: Members
    quorum: Quorum
    tie_rule: TieRule
    score_by: ScoreDay
    pass_mark: PassMark | None = None


@selections.creates(
    who=OFFICE,
    to=[Status.CONVENED],
    emits=[SelectionConvened],
    refuses=[
        CommitteeTooSmall,
        MemberTwice,
        QuorumOutOfReach,
        ScoreDayPassed,
        CriteriaMissing,
        MemberUnknown,
        SelectionAlreadyThere,
    ],
)
async def convene_selection(command: ConveneSelection, uow: UnitOfWork) -> Selection:
    """Name the committee of an opportunity; what the lot is drawn by is set now, and not known before the ranking."""
    require_committee(command.member_ids, command.quorum)
    require_score_day(command.score_by, uow.today)
    await require_staff(command.member_ids, uow)
    call = await published_call(command.opportunity_id, uow)
    if not call.criteria:
        raise CriteriaMissing("opportunity_id")
    selection = Selection(
        **command.model_dump(exclude={"idempotency_key"}), status=Status.CONVENED, seed=secrets.token_hex(16)
    )
    uow.correlation_id = uow.correlation_id or call.correlation_id
    series = f"SEL-{uow.today.year}"
    selection.code = f"{series}-{await uow.number(series):03}"
    await uow.emit(selection, SelectionConvened())
    return selection
