"""What waits for whom about a selection: to begin, to end the scoring, to give places, to offer them."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_mobility.selections.domain.lifecycle import Status
from korpu_mobility.selections.tables import Selection

NEXT = {
    Status.CONVENED: "OpenScoring",
    Status.RANKED: "AllocatePlaces",
    Status.ALLOCATED: "OfferPlaces",
    Status.OFFERED: "CloseSelection",
}


def tasks_of(selection: Selection) -> Iterator[Task]:
    """Everything that waits for somebody, as the selection stands."""
    if selection.status == Status.SCORING:
        yield Task(("CloseScoring",), since=selection.score_by)
    elif selection.status in NEXT:
        yield Task((NEXT[Status(selection.status)],))
