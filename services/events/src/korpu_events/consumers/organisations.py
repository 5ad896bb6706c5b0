"""Which organisation an id names by now, as far as was heard."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.consumers.refusals import OrganisationGone, OrganisationNotHeard
from korpu_events.consumers.tables import HeardOrganisation

Organisations = Annotated[
    tuple[UUID, ...],
    Field(max_length=30, description="Whose delegation, who is visited, or who organises with us."),
]


async def going_on(organisation_id: UUID, uow: UnitOfWork) -> HeardOrganisation | None:
    """The organisation, or the one that it was merged into; nothing if its successor was not heard of."""
    heard = await uow.session.get(HeardOrganisation, organisation_id)
    passed = {organisation_id}
    while heard and heard.merged_into and heard.merged_into not in passed:
        passed.add(heard.merged_into)
        heard = await uow.session.get(HeardOrganisation, heard.merged_into)
    return heard


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
