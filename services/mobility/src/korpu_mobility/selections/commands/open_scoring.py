"""`OpenScoring`: the committee compares those who applied."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.interface import put_to_committee, standing_of
from korpu_mobility.opportunities.interface import published_call
from korpu_mobility.permissions import OFFICE
from korpu_mobility.selections.aggregate import selections
from korpu_mobility.selections.domain.lifecycle import Status
from korpu_mobility.selections.facts import SelectionScoringOpened
from korpu_mobility.selections.interface import terms_of
from korpu_mobility.selections.parts import Weight
from korpu_mobility.selections.refusals.committee import CriteriaMissing
from korpu_mobility.selections.refusals.progress import ApplicationsWaiting, CallStillOpen, NobodyToCompare
from korpu_mobility.selections.tables import Selection


class OpenScoring(Changes):
    """Nobody applies any more, and every application was looked at."""


@selections.changes(
    who=OFFICE,
    when=[Status.CONVENED],
    to=[Status.SCORING],
    emits=[SelectionScoringOpened],
    refuses=[CallStillOpen, CriteriaMissing, ApplicationsWaiting, NobodyToCompare],
)
async def open_scoring(selection: Selection, command: OpenScoring, uow: UnitOfWork) -> None:
    """Let the committee score; criteria and weights are from now on those of this day."""
    call = await published_call(selection.opportunity_id, uow, path=None)
    if call.is_open and (call.closes_at is None or uow.now <= call.closes_at):
        raise CallStillOpen
    if not call.criteria:
        raise CriteriaMissing
    standing = await standing_of(selection.opportunity_id, uow)
    if standing.waiting:
        raise ApplicationsWaiting(count=standing.waiting)
    if not standing.in_review:
        raise NobodyToCompare
    selection.status = Status.SCORING
    selection.weights = tuple(Weight(criterion_id=each.id, weight=each.weight) for each in call.criteria)
    await uow.emit(selection, SelectionScoringOpened())
    await put_to_committee(terms_of(selection), uow)
