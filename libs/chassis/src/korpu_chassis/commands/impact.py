"""What depends on something, and that whoever stops it has looked: one code for all that is listed."""

import hashlib
import json
from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Text

Seen = Annotated[Text | None, Field(max_length=64, description="The code of the impact preview that was looked at.")]


class ImpactNotSeen(Refusal):
    """Whoever stops or moves something has looked at what depends on it now."""

    code = "impact-not-seen"
    text = {
        "az": "Bundan asılı olanların sayı: {count}. Siyahıya baxın və {impact} kodu ilə təsdiq edin.",
        "en": "{count} things depend on this. Look at them and confirm with the impact code {impact}.",
        "ru": "От этого зависит объектов: {count}. Просмотрите их и подтвердите кодом {impact}.",
        "de": "{count} Dinge hängen davon ab. Bitte ansehen und mit dem Code {impact} bestätigen.",
        "fr": "{count} éléments en dépendent. Examinez-les et confirmez avec le code {impact}.",
    }


class Dependent(BaseModel):
    """One thing that depends on another."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    id: UUID
    status: str

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it another thing to look at when it changes."""
        return self.kind, str(self.id), self.status


def impact_code(dependents: Sequence[Dependent]) -> str:
    """A short code of what depends on something; another dependent or status gives another code."""
    listed = sorted(each.key for each in dependents)
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()[:12]


def require_impact_seen(
    dependents: Sequence[Dependent], impact: str | None, refusal: type[Refusal] = ImpactNotSeen
) -> None:
    """Refuse until the caller names what depends on it now."""
    code = impact_code(dependents)
    if dependents and impact != code:
        raise refusal("impact", count=len(dependents), impact=code)
