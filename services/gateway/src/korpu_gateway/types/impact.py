"""What depends on something that is about to be stopped or moved, as its owner tells it."""

from uuid import UUID

from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import at


@part
class Dependent:
    """One thing that depends on another: a stay, seats, a request to a department, hours in the diary, who comes."""

    kind: str = at()
    id: UUID = at()
    status: str = at()
    what: str | None = at()
    people: int | None = at()
    if_postponed: str | None = at()
    if_cancelled: str | None = at()


@part
class Impact:
    """What would be touched if something rested, moved or ended now; its code confirms that it was looked at."""

    code: str = at("impact")
    dependents: list[Dependent] = at()
