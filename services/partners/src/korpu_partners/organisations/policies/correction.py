"""Whether an organisation as corrected is like another one."""

from typing import Any, Literal
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.policies.duplicates import Signs, require_none_alike, similar
from korpu_partners.organisations.tables import Organisation

Forgettable = Literal[
    "region", "city", "address", "website", "ror", "pic", "erasmus_code", "voen", "parent_id", "source"
]
COMPARED = frozenset({"names", "country", "domains", "ror", "parent_id"})


async def offer_duplicates(
    organisation: Organisation,
    changes: dict[str, Any],
    after: dict[str, Any],
    others: tuple[UUID, ...],
    uow: UnitOfWork,
) -> None:
    """Whoever is like the organisation as it would be; a domain or ROR that it has already says nothing new."""
    signs = Signs(
        names=after["names"] if changes.keys() & {"names", "country", "parent_id"} else (),
        country=after["country"],
        domains=changes.get("domains", ()),
        ror=changes.get("ror"),
        parent_id=after["parent_id"],
    )
    require_none_alike(await similar(signs, uow, (organisation.id, *others)))
