"""`CloseScoring`: everybody who applied gets a rank."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.interface import lacking_quorum, rank_applications
from korpu_mobility.permissions import OFFICE
from korpu_mobility.selections.aggregate import selections
from korpu_mobility.selections.domain.lifecycle import Status
from korpu_mobility.selections.facts import SelectionRanked
from korpu_mobility.selections.interface import terms_of
from korpu_mobility.selections.refusals.progress import NobodyToCompare, QuorumMissing
from korpu_mobility.selections.tables import Selection

NAMED = 10


class CloseScoring(Changes):
    """Nobody scores any more."""


@selections.changes(
    who=OFFICE,
    when=[Status.SCORING],
    to=[Status.RANKED],
    emits=[SelectionRanked],
    refuses=[QuorumMissing, NobodyToCompare],
)
async def close_scoring(selection: Selection, command: CloseScoring, uow: UnitOfWork) -> None:
    """Rank everybody by the weighted mean and the tie rule; refused while an application lacks the quorum."""
    terms = terms_of(selection)
    if lacking := await lacking_quorum(terms, uow):
        more = " …" if len(lacking) > NAMED else ""
        raise QuorumMissing(quorum=selection.quorum, codes=", ".join(lacking[:NAMED]) + more)
    selection.compared = await rank_applications(terms, uow)
    if not selection.compared:
        raise NobodyToCompare
    selection.status, selection.ranked_on = Status.RANKED, uow.today
    await uow.emit(selection, SelectionRanked())
