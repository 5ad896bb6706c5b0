"""What mobility's other parts may ask of enquiries: ids come in, values go out."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.enquiries.policies.ending import forget
from korpu_mobility.enquiries.tables import Enquiry


async def forget_enquiries(person_id: UUID, uow: UnitOfWork) -> Sequence[UUID]:
    """Forget what somebody asked and was answered; gives the ids of the enquiries."""
    found = sorted(each.id for each in await uow.find(Enquiry, col(Enquiry.person_id) == person_id))
    for each in found:
        enquiry = await uow.lock(Enquiry, each, path=None)
        if not enquiry.forgotten_on:
            await forget(enquiry, uow)
    return found
