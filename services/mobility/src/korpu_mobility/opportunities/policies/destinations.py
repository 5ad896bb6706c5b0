"""The places that applicants choose among: partners and conditions that mobility has heard of."""

from collections.abc import Sequence
from uuid import UUID

from uuid_utils.compat import uuid7

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import KnownOrganisation, Seats
from korpu_mobility.opportunities.domain.content import require_destinations
from korpu_mobility.opportunities.inputs import GivenDestination
from korpu_mobility.opportunities.parts import Destination
from korpu_mobility.opportunities.refusals.general import LinkUnknown


async def destinations_of(
    given: Sequence[GivenDestination], before: Sequence[Destination], uow: UnitOfWork
) -> tuple[Destination, ...]:
    """These destinations; one that was there keeps its id, and a condition brings its partner along."""
    held = {each.id for each in before}
    made = tuple([await _made(place, each, held, uow) for place, each in enumerate(given)])
    require_destinations(made)
    return made


async def _made(place: int, given: GivenDestination, held: set[UUID], uow: UnitOfWork) -> Destination:
    organisation = given.organisation_id
    if given.condition_id:
        seats = await uow.session.get(Seats, given.condition_id)
        if seats is None:
            raise LinkUnknown(f"destinations.{place}.condition_id")
        organisation = seats.partner_id
    elif organisation and await uow.session.get(KnownOrganisation, organisation) is None:
        raise LinkUnknown(f"destinations.{place}.organisation_id")
    plain = given.model_dump(exclude={"id", "organisation_id"})
    return Destination(
        id=given.id if given.id is not None and given.id in held else uuid7(), organisation_id=organisation, **plain
    )
