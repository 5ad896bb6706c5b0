"""What events' other aggregates may ask of action points: ids come in, values go out."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.action_points.domain.lifecycle import UNDONE
from korpu_events.action_points.inputs import Commitment
from korpu_events.action_points.policies.opening import require_sound, write_down
from korpu_events.action_points.refusals import DueInThePast, VerifierIsOwner, WithoutOwner
from korpu_events.action_points.tables import ActionPoint
from korpu_events.fields import Touched

__all__ = [
    "COMMITMENT_REFUSALS",
    "Commitment",
    "CommitmentStanding",
    "open_commitments",
    "standing_of",
    "touched_commitments",
]

COMMITMENT_REFUSALS = (DueInThePast, WithoutOwner, VerifierIsOwner)


@dataclass(frozen=True)
class CommitmentStanding:
    """Whether a commitment is kept, and whose work that was: subjects and ids of persons."""

    done: bool
    doers: tuple[str, ...]


async def open_commitments(
    given: Sequence[Commitment], origin_kind: str, origin_id: UUID, uow: UnitOfWork
) -> list[UUID]:
    """Write down commitments that come of something, in the story at hand; gives their ids."""
    for place, each in enumerate(given):
        require_sound(each, uow, f"commitments.{place}.")
    return [(await write_down(each, origin_kind, origin_id, uow)).id for each in given]


async def standing_of(origin_kind: str, origin_id: UUID, uow: UnitOfWork) -> list[CommitmentStanding]:
    """How the commitments stand that come of something."""
    of_it = (col(ActionPoint.origin_kind) == origin_kind, col(ActionPoint.origin_id) == origin_id)
    return [
        CommitmentStanding(
            done=each.done_on is not None,
            doers=tuple(str(who) for who in (each.done_by, each.owner_id) if who is not None),
        )
        for each in await uow.find(ActionPoint, *of_it)
    ]


async def touched_commitments(origin_kind: str, origin_id: UUID, uow: UnitOfWork) -> list[Touched]:
    """The commitments that came of it and are not kept yet: they stay, whatever becomes of it."""
    of_it = (col(ActionPoint.origin_kind) == origin_kind, col(ActionPoint.origin_id) == origin_id)
    undone = await uow.find(ActionPoint, *of_it, col(ActionPoint.status).in_(UNDONE))
    return [
        Touched(
            kind="action_point",
            id=each.id,
            what=each.code,
            status=each.status,
            if_postponed=each.status,
            if_cancelled=each.status,
        )
        for each in sorted(undone, key=lambda each: each.code)
    ]
