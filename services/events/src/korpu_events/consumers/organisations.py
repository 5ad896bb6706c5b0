"""Which organisation an id names by now, as far as was heard."""

from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.consumers.tables import HeardOrganisation


async def going_on(organisation_id: UUID, uow: UnitOfWork) -> HeardOrganisation | None:
    """The organisation, or the one that it was merged into; nothing if its successor was not heard of."""
    heard = await uow.session.get(HeardOrganisation, organisation_id)
    passed = {organisation_id}
    while heard and heard.merged_into and heard.merged_into not in passed:
        passed.add(heard.merged_into)
        heard = await uow.session.get(HeardOrganisation, heard.merged_into)
    return heard
