"""What depends on an agreement, and that whoever ends it has looked."""

import hashlib
import json
from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.refusals.impact import ImpactNotSeen
from korpu_partners.agreements.terms import Value

Impact = Annotated[Text | None, Field(max_length=64, description="The code of the impact preview that was looked at.")]


class Dependent(Value):
    """One thing that depends on an agreement."""

    kind: Literal["mobility", "visit", "agreement", "joint_project", "publication", "seats", "obligation"]
    id: UUID
    status: str


def impact_code(dependents: Sequence[Dependent]) -> str:
    """A short code of what depends on an agreement; another dependent or status gives another code."""
    listed = sorted((each.kind, str(each.id), each.status) for each in dependents)
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()[:12]


def require_impact_seen(dependents: Sequence[Dependent], impact: str | None) -> None:
    """Refuse until the caller names what depends on the agreement now."""
    code = impact_code(dependents)
    if dependents and impact != code:
        raise ImpactNotSeen("impact", count=len(dependents), impact=code)
