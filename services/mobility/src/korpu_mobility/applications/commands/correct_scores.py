"""`CorrectScores`: a member of the committee puts right what they gave."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import SCORER, applications
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.domain.scoring import require_complete, require_other
from korpu_mobility.applications.facts import ApplicationScoresCorrected
from korpu_mobility.applications.inputs import CorrectionReason, Scores
from korpu_mobility.applications.parts import ScoreCorrection
from korpu_mobility.applications.policies.committee import given_by
from korpu_mobility.applications.refusals.scoring import NotScoredYet, NotScoring, SameScores, ScoresIncomplete
from korpu_mobility.applications.tables import Application
from korpu_mobility.selections.interface import hold_terms


class CorrectScores(Changes):
    """The points for every criterion, as they should have been, and why they were not."""

    scores: Scores
    reason: CorrectionReason


@applications.changes(
    who=(SCORER,),
    when=[Status.IN_REVIEW],
    emits=[ApplicationScoresCorrected],
    refuses=[NotScoring, NotScoredYet, ScoresIncomplete, SameScores],
)
async def correct_scores(application: Application, command: CorrectScores, uow: UnitOfWork) -> None:
    """Put right what a member gave, before the ranking; what was given before is kept with the reason."""
    member = uow.principal.person_id
    terms = await hold_terms(application.opportunity_id, uow)
    if terms is None or not terms.is_scoring or member is None:
        raise NotScoring
    if member not in application.scored_ids:
        raise NotScoredYet
    require_complete(command.scores, terms.weights)
    given = await given_by(member, application.id, uow)
    before = tuple(each.given for each in given)
    require_other(command.scores, before)
    right = {each.criterion_id: each.points for each in command.scores}
    for row in given:
        row.points = right[row.criterion_id]
    correction = ScoreCorrection(member_id=member, at=uow.now, reason=command.reason, before=before)
    application.corrections = (*application.corrections, correction)
    uow.why = "corrected"
    await uow.emit(application, ApplicationScoresCorrected())
