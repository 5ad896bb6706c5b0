"""`ReopenScoring`: the way back from a ranking that was wrong."""

import secrets

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.interface import compare_anew, offers_sent
from korpu_mobility.generated_documents.interface import revoke_minutes
from korpu_mobility.permissions import HEAD
from korpu_mobility.selections.aggregate import selections
from korpu_mobility.selections.domain.lifecycle import REOPENABLE, Status, require_score_day
from korpu_mobility.selections.facts import SelectionScoringReopened
from korpu_mobility.selections.inputs import Reason, ScoreDay
from korpu_mobility.selections.interface import terms_of
from korpu_mobility.selections.refusals.committee import ScoreDayPassed
from korpu_mobility.selections.refusals.progress import OffersSent
from korpu_mobility.selections.tables import Selection


class ReopenScoring(Changes):
    """Until when the members score again, and why the ranking does not stand."""

    score_by: ScoreDay
    reason: Reason


@selections.changes(
    who=(HEAD,),
    when=REOPENABLE,
    to=[Status.SCORING],
    emits=[SelectionScoringReopened],
    refuses=[ScoreDayPassed, OffersSent],
)
async def reopen_scoring(selection: Selection, command: ReopenScoring, uow: UnitOfWork) -> None:
    """Let the committee score again: ranks and places are void, scores stay and can be corrected, the lot is new."""
    require_score_day(command.score_by, uow.today)
    if count := await offers_sent(selection.opportunity_id, uow):
        raise OffersSent(count=count)
    selection.scores_again(secrets.token_hex(16), command.score_by, uow.today, command.reason)
    await uow.emit(selection, SelectionScoringReopened())
    await compare_anew(terms_of(selection), uow)
    await revoke_minutes(selection.id, uow)
