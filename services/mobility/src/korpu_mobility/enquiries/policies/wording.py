"""How an answer is worded: a kept text, filled with what the enquiry knows, and words of one's own."""

from collections.abc import Mapping
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.answer_templates.interface import answer_from
from korpu_mobility.enquiries.refusals import AnswerEmpty
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.opportunities.interface import told_of_opportunity
from korpu_mobility.people.interface import people_on_paper


async def words_of_answer(enquiry: Enquiry, template_id: UUID | None, own: str | None, uow: UnitOfWork) -> str:
    """What whoever asked reads."""
    if template_id is None:
        if own is None:
            raise AnswerEmpty("text")
        return own
    kept = await answer_from(template_id, enquiry.language, await _values(enquiry, uow), uow)
    return f"{kept}\n\n{own}" if own else kept


async def _values(enquiry: Enquiry, uow: UnitOfWork) -> Mapping[str, str | None]:
    """What the place-holders stand for; the look at a person's name is in the access log."""
    about = await told_of_opportunity(enquiry.opportunity_id, enquiry.language, uow) if enquiry.opportunity_id else {}
    return {"name": await _name(enquiry, uow), "code": enquiry.code, **about}


async def _name(enquiry: Enquiry, uow: UnitOfWork) -> str | None:
    if enquiry.person_id is None:
        return enquiry.asker_name
    await uow.log_read([enquiry.person_id], ["given_name", "family_name"], enquiry.code)
    found = await people_on_paper([enquiry.person_id], uow, passports=False)
    return next((each.name for each in found.values()), None)
