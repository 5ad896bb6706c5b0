"""The definition of selections: their topic, and who may read them at their owner.

The members do not: what they score they read of each application, and how many places there are they read nowhere.
"""

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_mobility.permissions import AUDITOR, OFFICE, RECTORATE
from korpu_mobility.selections.refusals.committee import SelectionAlreadyThere
from korpu_mobility.selections.state import SelectionState
from korpu_mobility.selections.tables import Selection
from korpu_mobility.selections.tasks import tasks_of

selections = AggregateDefinition(
    Selection,
    state=SelectionState,
    topic="mobility.selections.v1",
    readers=(*OFFICE, AUDITOR, RECTORATE),
    unique={"selection_one_per_opportunity": SelectionAlreadyThere},
    tasks=tasks_of,
)
