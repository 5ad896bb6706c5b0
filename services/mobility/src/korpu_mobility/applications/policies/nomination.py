"""A place on the seats of an agreement becomes a stay, in the same story."""

from datetime import date
from typing import Any
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Refusal
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.policies.allotment import year_of
from korpu_mobility.applications.policies.call_reading import of_call
from korpu_mobility.applications.policies.calls import call_of
from korpu_mobility.applications.refusals.offers import PlaceTaken, StayIncomplete
from korpu_mobility.applications.tables import Application
from korpu_mobility.mobilities.interface import NominatePerson, NoSeatLeft, nominate_awarded
from korpu_mobility.opportunities.interface import Call, Destination, GivenCandidate


async def nominate_or_say_why(
    application: Application, first: date | None, last: date | None, uow: UnitOfWork
) -> UUID | None:
    """The stay; or nothing, and the office finds with the application what stands in its way.

    The last seat goes to who confirms first: whoever is second is refused, and keeps the offer.
    """
    try:
        return await nominate_applicant(application, first, last, uow)
    except NoSeatLeft as full:
        if await _somebody_was_faster(application, uow):
            raise PlaceTaken from None
        application.nomination_problem = full.code
    except Refusal as refusal:
        application.nomination_problem = refusal.code
    return None


async def nominate_applicant(application: Application, first: date | None, last: date | None, uow: UnitOfWork) -> UUID:
    """Nominate the applicant to the place; refused where something is missing, or as any nomination is."""
    call = await call_of(application, uow)
    said = application.stated or GivenCandidate()
    languages = {each.language: each.cefr for each in said.languages}
    nominee = _nominee(application, call, first, last)
    application.mobility_id = await nominate_awarded(nominee, languages, application.correlation_id, uow)
    application.nomination_problem = None
    return application.mobility_id


def _nominee(application: Application, call: Call, first: date | None, last: date | None) -> NominatePerson:
    place, said = application.place, application.stated or GivenCandidate()
    wanted = place.destination_id if place else None
    destination = next((each for each in call.offered if each.id == wanted), Destination(id=call.id))
    known: dict[str, Any] = {
        "academic_year": year_of(destination, call),
        "planned_from": first or destination.starts,
        "planned_to": last or destination.ends,
        "level": said.level,
        "field": said.field,
    }
    if missing := [name for name, value in known.items() if value is None]:
        raise StayIncomplete(missing=", ".join(missing))
    where: dict[str, Any] = {"condition_id": place.condition_id if place else None}
    about: dict[str, Any] = {"person_id": application.person_id, "term": destination.term, "wait": False}
    return NominatePerson(**known, **about, **where)


async def _somebody_was_faster(application: Application, uow: UnitOfWork) -> bool:
    """Whether others of the same call have confirmed this place."""
    confirmed = await of_call(application.opportunity_id, (Status.CONFIRMED,), uow)
    mine = application.place.destination_id if application.place else None
    return any(each.place and each.place.destination_id == mine and each.id != application.id for each in confirmed)
