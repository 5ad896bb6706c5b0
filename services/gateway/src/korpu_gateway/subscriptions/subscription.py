"""What can be watched: each kind of thing, and all changes together with the facts that made them."""

from strawberry.annotation import StrawberryAnnotation
from strawberry.tools import create_type

from korpu_gateway.reads.fields import ReadField
from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.reads.permissions import SIGNED_IN, STAFF, everything
from korpu_gateway.subscriptions.happened import Changed
from korpu_gateway.subscriptions.notifications import Change, Said
from korpu_gateway.subscriptions.tasks import TasksChange, TasksSaid

TOLD = (
    "What may be watched. When changes have passed unsaid, because the reader is slow or a connection was lost, a"
    " response without data says `extensions.resync`: read again what you show."
)


def subscription_type() -> type:
    """The subscription type of the schema: one field for each kind of thing, and one for all."""
    each = [
        ReadField(
            Changed(name),
            python_name=f"{name}_changed",
            type_annotation=StrawberryAnnotation(kind.shown | None),
            description=f"Each {name.replace('_', ' ')} that changes, or the one with this id, as it is afterwards.",
        )
        for name, kind in sorted(KINDS.items())
    ]
    any_of_all = ReadField(
        Said(),
        {STAFF: everything},
        python_name="changes",
        type_annotation=StrawberryAnnotation(Change | None),
        description="Every change of these kinds, or of these things, with the fact that made it.",
    )
    tasks = ReadField(
        TasksSaid(),
        {SIGNED_IN: everything},
        python_name="tasks_changed",
        type_annotation=StrawberryAnnotation(TasksChange | None),
        description="Each thing that changes and of which something waits for the caller, or did until now.",
    )
    return create_type("Subscription", [*each, any_of_all, tasks], description=TOLD)
