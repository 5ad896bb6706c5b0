"""`ScoreApplication`: a member of the committee scores an application, alone."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import SCORER, applications
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.domain.scoring import require_complete
from korpu_mobility.applications.facts import ApplicationScoreGiven
from korpu_mobility.applications.inputs import Scores
from korpu_mobility.applications.refusals.scoring import NotScoring, ScoredAlready, ScoresIncomplete
from korpu_mobility.applications.tables import Application, ApplicationScore
from korpu_mobility.selections.interface import hold_terms


class ScoreApplication(Changes):
    """The points for every criterion, of a hundred; they are given once."""

    scores: Scores


@applications.changes(
    who=(SCORER,),
    when=[Status.IN_REVIEW],
    emits=[ApplicationScoreGiven],
    refuses=[NotScoring, ScoredAlready, ScoresIncomplete],
)
async def score_application(application: Application, command: ScoreApplication, uow: UnitOfWork) -> None:
    """Score an application, before seeing what others gave; each member's points are rows of their own."""
    member = uow.principal.person_id
    terms = await hold_terms(application.opportunity_id, uow)
    if terms is None or not terms.is_scoring or member is None:
        raise NotScoring
    if member in application.scored_ids:
        raise ScoredAlready
    require_complete(command.scores, terms.weights)
    for each in command.scores:
        given = each.model_dump() | {"application_id": application.id, "member_id": member, "given_at": uow.now}
        uow.session.add(ApplicationScore(**given))
    application.scored_ids = (*application.scored_ids, member)
    told = {"given": application.scores_given, "of": len(application.scorer_ids)}
    await uow.emit(application, ApplicationScoreGiven(**told))
