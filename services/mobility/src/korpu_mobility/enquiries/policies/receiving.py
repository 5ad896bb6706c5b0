"""How an enquiry comes in: numbered, due by the rule of the day, and in one story with what is asked about."""

from typing import Any

from sqlalchemy import func, select

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.consumers.tables import KnownOrganisation
from korpu_mobility.enquiries.domain.lifecycle import Side, Status
from korpu_mobility.enquiries.facts import EnquiryReceived
from korpu_mobility.enquiries.parts import Said
from korpu_mobility.enquiries.refusals import LinkUnknown
from korpu_mobility.enquiries.rules import answer_clock, kept_until
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.opportunities.interface import story_of_opportunity


async def receive(question: str, uow: UnitOfWork, *, published: bool, **about: Any) -> Enquiry:
    """Write down what is asked; who is not of the office asks about `published` opportunities alone."""
    enquiry = Enquiry(
        **about,
        status=Status.RECEIVED,
        exchange=(Said(by=Side.ASKER, at=uow.now, text=question),),
        clock=answer_clock(uow.today),
        asked_on=uow.today,
        kept_until=kept_until(uow.today),
    )
    await require_links(enquiry, uow, published=published)
    series = f"ENQ-{uow.today.year}"
    enquiry.code = f"{series}-{await uow.number(series):04}"
    await uow.emit(enquiry, EnquiryReceived())
    return enquiry


async def require_links(enquiry: Enquiry, uow: UnitOfWork, *, published: bool) -> None:
    """Opportunity and organisation are known here; a new enquiry goes on with the opportunity's story."""
    if enquiry.organisation_id and await uow.session.get(KnownOrganisation, enquiry.organisation_id) is None:
        raise LinkUnknown("organisation_id")
    if enquiry.opportunity_id:
        story = await story_of_opportunity(enquiry.opportunity_id, uow, published=published)
        if story is None:
            raise LinkUnknown("opportunity_id")
        if not enquiry.version:
            uow.correlation_id = uow.correlation_id or story


async def in_turn(whoever: str, uow: UnitOfWork) -> None:
    """Let the questions of one address come in one after the other, so that the same one sent twice is seen."""
    await uow.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"enquiry:{whoever}", 0))))
