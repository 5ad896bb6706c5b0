"""Through whom a partner is reached for a task, as its owner resolves it under the caller's own authority."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from strawberry.types.arguments import StrawberryArgument
from typing_extensions import override

from korpu_gateway.owners.personal import Register
from korpu_gateway.owners.remote_fields import Told, alone
from korpu_gateway.reads.arguments import known
from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import ReadField, argument, at
from korpu_gateway.reads.relations import one
from korpu_gateway.types.words.organisation import ContactLevel, ContactRole

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading
    from korpu_gateway.types.organisation import Organisation


@part
class Reach:
    """Whom to turn to for one task, and which level answered."""

    role: ContactRole = at()
    level: ContactLevel = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    unit: str | None = at()
    contact_id: UUID = at()
    mailbox: str | None = at()
    name: str | None = at()
    email: str | None = at()
    phone: str | None = at()


class Reached(Told):
    """What the owner resolves, for one task if it is named."""

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [argument("role", ContactRole | None)]

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        told = await super().resolve(value, reading, given)
        role = known(given["role"])
        return told and [each for each in told if role is None or each["role"] == role.value]


def reached(register: Register) -> Any:
    """Through whom the thing is reached, for every task or for the one that is asked for."""
    return ReadField(Reached(register, ("reach",), alone))
