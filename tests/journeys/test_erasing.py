"""Somebody asks to be forgotten: the data is gone, the numbers stand, and the departments are told."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import httpx
import pytest

from korpu_local.stack import Stack
from tests.journeys.books import Books
from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.office import Office, Thing

pytestmark = pytest.mark.journey

COUNTED = """query($agreement: ID!, $person: ID!) {
    agreement(id: $agreement) { mobilities { totalCount nodes { status } } }
    person(id: $person) { status erasedOn name email birthDate citizenship }
}"""


def statistics(product: Stack) -> list[Any]:
    """How the office counts its people, by their sort."""
    headers = {"authorization": f"Bearer {product.token('officer')}"}
    answer = httpx.get(f"{product.url('mobility')}/people/statistics", headers=headers)
    assert answer.status_code == 200
    return list(answer.json())


def somebody(office: Office, word: str) -> Mapping[str, Any]:
    """A person of whom everything is known, and the word stands in all of it."""
    return {
        "given_name": f"Given{word}",
        "family_name": f"Family{word}",
        "native_name": f"Native{word}",
        "university_number": f"Number{word}",
        "email": f"mail{word}@gdu.edu.az",
        "birth_date": "2004-02-17",
        "gender": "female",
        "citizenship": "TD",
        "education_country": "TD",
        "unit": f"unit-{office.mark}",
    }


def test_who_asks_to_be_forgotten_is_gone_from_every_book_and_still_counts(
    product: Stack, office: Office, days: Calendar, department: Department
) -> None:
    word = str(uuid4().int)[:12]  # digits: no folding of letters hides them
    books = Books(product, department)
    agreement = office.signed(office.partner())
    person = office.person(**somebody(office, word))
    known: Thing = {"id": person["id"]}
    office.officer.does("RecordDocument", **known, kind="passport", number=f"C{word}", details=f"Needs {word}")
    office.officer.does(
        "RecordConsent", **known, purpose="photo", data=["photo"], valid_from=days.today, evidence=f"Paper {word}"
    )
    been = office.arrived(office.nominated(agreement, person, planned_to=days.day(50)))
    days.becomes(days.day(20))
    office.officer.does("RecordEarlyReturn", id=been["id"], on=days.today, force_majeure=True, reason=f"Ill {word}")
    going = office.nominated(agreement, person, planned_from=days.day(60), planned_to=days.day(90))
    asked = {"agreement": agreement["id"], "person": person["id"]}
    named = office.officer.asks(COUNTED, **asked)["person"]["name"]
    before = statistics(product)
    held = books.in_database("mobility", [word])

    erased = office.officer.does("ErasePerson", **known, basis="own_request")

    assert {"person.given_name", "person.search_key", "restricted_document.number", "mobility.reason"} <= held
    assert books.in_database("mobility", [word]) == set()
    assert books.in_database("gateway", [word]) == set()
    assert books.published([word]) == set()
    assert statistics(product) == before
    assert erased["status"] == "ERASED"
    counted = office.officer.asks(COUNTED, **asked)
    assert named == f"Given{word} Family{word}"
    private = dict.fromkeys(("name", "email", "birthDate", "citizenship"))
    assert counted["person"] == {"status": "ERASED", "erasedOn": days.today.isoformat(), **private}
    assert counted["agreement"]["mobilities"]["totalCount"] == 2
    said = department.hears("mobility.people.v1", person, "person.erased")
    assert said.change == {"basis": "own_request"}
    cancelled = department.hears("mobility.mobilities.v1", going, "mobility.cancelled")
    assert (cancelled.change, cancelled.state["person_id"]) == ({"cause": "erased"}, bare(person["id"]))


def test_nothing_more_is_done_with_somebody_who_was_forgotten(office: Office) -> None:
    agreement = office.signed(office.partner())
    person = office.person()
    office.nominated(agreement)
    office.officer.does("ErasePerson", id=person["id"], basis="own_request")

    nominated = office.officer.refuses("NominatePerson", **office.nomination(agreement, person))
    corrected = office.officer.refuses("CorrectPerson", id=person["id"], given_name="Aysel")

    assert (nominated, corrected) == ("person-erased", "wrong-status")
