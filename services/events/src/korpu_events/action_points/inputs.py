"""What is said of a commitment when it is made."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.validation.codes import Day
from korpu_events.action_points.domain.lifecycle import Priority
from korpu_events.fields import Title, Unit

OwnerId = Annotated[UUID | None, Field(description="The person whose commitment it is.")]
OwnerUnit = Annotated[Unit | None, Field(description="The unit whose commitment it is.")]


class Commitment(BaseModel):
    """What somebody commits to, by when, and who verifies it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Title
    due: Day
    owner_id: OwnerId = None
    unit: OwnerUnit = None
    verifier_id: UUID | None = None
    priority: Priority = Priority.NORMAL
