"""Under which names the organisations of a visit are known."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.consumers.organisations import going_on
from korpu_events.visits.refusals.requests import OrganisationGone, OrganisationNotHeard

Organisations = Annotated[
    tuple[UUID, ...], Field(max_length=30, description="Whose delegation it is, or who is visited.")
]


async def known_as(named: tuple[UUID, ...], uow: UnitOfWork) -> tuple[UUID, ...]:
    """The organisations, each once and by the successor's id if it was merged; what is doubtful is pointed out."""
    known: list[UUID] = []
    for place, organisation_id in enumerate(named):
        heard = await going_on(organisation_id, uow)
        if heard is None:
            uow.warn(OrganisationNotHeard(f"organisations.{place}"))
        elif heard.status == "archived":
            uow.warn(OrganisationGone(f"organisations.{place}", status=heard.status))
        known.append(heard.id if heard else organisation_id)
    return tuple(dict.fromkeys(known))
