"""What the order of a trip says, and the letter that supports the visa of who travels."""

from typing import Any

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.letterhead import Names, our_names
from korpu_documents.papers.typesetting import (
    Content,
    Languages,
    Manuscript,
    country,
    day,
    labelled,
    listed,
    same,
    signing,
    titled,
    worded,
)
from korpu_mobility.generated_documents.domain.templates import MobilityTemplate, templates
from korpu_mobility.generated_documents.inputs import MakeTripOrder, MakeVisaLetter
from korpu_mobility.generated_documents.policies.names import named_people, organisation_names
from korpu_mobility.generated_documents.refusals import TripNotApproved
from korpu_mobility.trips.interface import TripOnPaper, hold_trip_version, trip_on_paper

HERE = "AZ"


async def trip_order(command: MakeTripOrder, uow: UnitOfWork) -> Manuscript:
    """What the order of a trip will say, under the number and the day that its approval gave."""
    trip, languages = await _approved(command, uow), command.languages
    if trip.order_number is None or trip.order_date is None:
        raise TripNotApproved("trip_id")
    edition = templates.chosen(MobilityTemplate.TRIP_ORDER, command.template_version, languages)
    people = await named_people([trip.person_id, *trip.companion_ids], edition.template, uow)
    host = await organisation_names(trip.organisation_id, languages, uow) if trip.organisation_id else None
    values = _values(trip, languages) | {"names": listed([same(each.name, languages) for each in people], languages)}
    content = Content(
        edition=edition,
        languages=languages,
        number=trip.order_number,
        on=trip.order_date,
        title=titled(edition, languages),
        clauses=[edition.clause(each, languages, values) for each in ("sends", "reports")],
        parties=[],
        more={
            "particulars": labelled(
                edition,
                {
                    "purpose": same(trip.purpose, languages),
                    "purpose-kind": worded(edition, trip.purpose_kind, languages),
                    "host": host,
                    "trip-number": trip.code,
                },
            ),
            "closing": edition.clause("closing", languages, values),
            "signatory": signing(command.signatory, command.signatory_function, languages),
        },
    )
    return _manuscript(trip, content, trip.companion_ids, host, languages)


async def visa_letter(command: MakeVisaLetter, uow: UnitOfWork) -> Manuscript:
    """What the letter to a consulate will say, of the traveller alone: companions have trips of their own."""
    trip, languages = await _approved(command, uow), command.languages
    edition = templates.chosen(MobilityTemplate.VISA_LETTER, command.template_version, languages)
    [person] = await named_people([trip.person_id], edition.template, uow, passports=True)
    host = await organisation_names(trip.organisation_id, languages, uow) if trip.organisation_id else None
    consulate = await organisation_names(command.addressee, languages, uow) if command.addressee else None
    values = _values(trip, languages) | {"name": same(person.name, languages)}
    content = Content(
        edition=edition,
        languages=languages,
        number=trip.code,
        on=uow.today,
        title=titled(edition, languages),
        clauses=[edition.clause(each, languages, values) for each in ("asks", "returns")],
        parties=[],
        more={
            "addressees": [{"name": consulate, "post": []}] if consulate else [],
            "particulars": labelled(
                edition,
                {
                    "name": person.name,
                    "born": day(person.birth_date, languages) if person.birth_date else None,
                    "passport": person.passport,
                    "purpose": same(trip.purpose, languages),
                    "host": host,
                },
            ),
            "closing": edition.clause("closing", languages, values),
            "signatory": signing(command.signatory, command.signatory_function, languages),
        },
    )
    return _manuscript(trip, content, (), host, languages)


async def _approved(command: MakeTripOrder | MakeVisaLetter, uow: UnitOfWork) -> TripOnPaper:
    trip = await trip_on_paper(command.trip_id, uow)
    if not trip.takes_place:
        raise TripNotApproved("trip_id")
    return trip


def _manuscript(
    trip: TripOnPaper, content: Content, along: tuple[Any, ...], host: Names | None, languages: Languages
) -> Manuscript:
    recorded = {
        "about": templates.title_of(content.edition.template, content.edition.version),
        "trip_id": trip.id,
        "person_id": trip.person_id,
        "person_ids": (trip.person_id, *along),
        "unit": trip.unit,
    }
    named = {None: our_names(languages)} | ({trip.organisation_id: host} if host else {})
    return Manuscript(trip, hold_trip_version, content, named, recorded)


def _values(trip: TripOnPaper, languages: Languages) -> dict[str, Names]:
    return {
        "starts": day(trip.starts, languages),
        "ends": day(trip.ends, languages),
        "places": listed(_places(trip, languages), languages),
    }


def _places(trip: TripOnPaper, languages: Languages) -> list[Names]:
    """Every town abroad to which the way leads, once, with its country."""
    abroad = {(leg.to_city, leg.to_country): None for leg in trip.legs if leg.to_country != HERE}
    towns = [(city, country(code, languages)) for city, code in abroad]
    return [{each: f"{city} ({where[each]})" for each in languages} for city, where in towns]
