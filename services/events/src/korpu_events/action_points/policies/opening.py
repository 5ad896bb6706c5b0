"""How a commitment is written down, whatever it comes of."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.action_points.domain.lifecycle import require_still_to_come, require_two_people
from korpu_events.action_points.facts import ActionPointOpened
from korpu_events.action_points.inputs import Commitment
from korpu_events.action_points.refusals import WithoutOwner
from korpu_events.action_points.tables import ActionPoint


def require_sound(given: Commitment, uow: UnitOfWork, path: str = "") -> None:
    """It lies ahead, is somebody's, and is verified by somebody else; `path` is where the input holds it."""
    require_still_to_come(given.due, uow.today, f"{path}due")
    if given.owner_id is None and given.unit is None:
        raise WithoutOwner(f"{path}owner_id")
    require_two_people(given.owner_id, given.verifier_id, f"{path}verifier_id")


async def write_down(
    given: Commitment, origin_kind: str | None, origin_id: UUID | None, uow: UnitOfWork
) -> ActionPoint:
    """A commitment with the next number of the year."""
    series = f"AP-{uow.today.year}"
    point = ActionPoint(
        **given.model_dump(include={"due", "owner_id", "unit", "verifier_id", "priority"}),
        code=f"{series}-{await uow.number(series):03}",
        title=LocalizedText.of(given.title),
        origin_kind=origin_kind,
        origin_id=origin_id,
    )
    await uow.emit(point, ActionPointOpened())
    return point
