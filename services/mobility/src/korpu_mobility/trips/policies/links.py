"""What a trip rests on: an organisation and an agreement that mobility has heard of, and whatever else by its id."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import KnownAgreement, KnownOrganisation
from korpu_mobility.trips.refusals.planning import LinkUnknown, PartnerResting
from korpu_mobility.trips.tables import Trip

RESTING = ("suspended", "archived")


async def require_known(trip: Trip, uow: UnitOfWork) -> None:
    """Organisation and agreement are known here; one that rests is warned of. The trip goes on with its story."""
    if trip.organisation_id:
        organisation = await uow.session.get(KnownOrganisation, trip.organisation_id)
        if organisation is None:
            raise LinkUnknown("organisation_id")
        if organisation.status in RESTING:
            uow.warn(PartnerResting("organisation_id", partner_status=organisation.status))
    if trip.agreement_id:
        agreement = await uow.session.get(KnownAgreement, trip.agreement_id)
        if agreement is None:
            raise LinkUnknown("agreement_id")
        if not trip.version:
            uow.correlation_id = uow.correlation_id or agreement.correlation_id
