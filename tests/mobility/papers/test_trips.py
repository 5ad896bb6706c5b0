"""Papers of trips: the order under its number, and the letter that supports a visa."""

from typing import Any

import pytest

from tests.mobility.aysel import PASSPORT
from tests.mobility.papers.conftest import Papers, named_partner
from tests.mobility.papers.test_stays import SIGNS, log_about
from tests.mobility.trips.conftest import way
from tests.papers import file_of, link_to, words


async def approved(office: Papers, **given: Any) -> Any:
    """A lecturer and a colleague go to Kassel and Berlin by an order."""
    known = await named_partner(office)
    along = await office.lecturer(given_name="Nigar", family_name="Rzayeva")
    [there, back] = way()
    onward = {**there, "departs": "2026-12-08", "arrives": "2026-12-08", "from_country": "DE", "from_city": "Kassel"}
    legs = [there, {**onward, "to_city": "Berlin"}, {**back, "from_city": "Berlin"}]
    return await office.approved(companion_ids=[along], organisation_id=known, legs=legs, **given)


async def test_the_order_of_a_trip_names_who_goes_where_and_when_under_its_own_number(office: Papers) -> None:
    trip = await approved(office)

    paper = (await office.does("officer", "MakeTripOrder", trip_id=trip["id"], **SIGNS))["state"]
    told = words(await file_of(office, paper))

    for said in (
        "Rəşad Quliyev və Nigar Rzayeva",
        "Rəşad Quliyev and Nigar Rzayeva",
        "Kassel (Almaniya) və Berlin (Almaniya)",
        "7 December 2026",
        "University of Kassel",
        "Leyla Həsənova",
    ):
        assert said in told
    assert (paper["number"], paper["trip_id"], len(paper["person_ids"])) == ("18-E", trip["id"], 2)
    assert (await link_to(office, paper, "finance")).status_code == 200


async def test_the_letter_for_a_visa_names_the_passport_and_that_is_written_down(office: Papers) -> None:
    trip = await approved(office)
    person = trip["state"]["person_id"]
    await office.does("officer", "RecordDocument", id=person, **PASSPORT)

    paper = (await office.does("officer", "MakeVisaLetter", trip_id=trip["id"], languages=["en"], **SIGNS))["state"]
    told = words(await file_of(office, paper))

    for said in ("C01234567", "Rəşad Quliyev", "from 7 December 2026 to 11 December 2026", "Kassel (Germany)"):
        assert said in told
    assert "Nigar" not in told
    assert any("document:passport" in each for each in await log_about(office, person))
    assert "C01234567" not in str(await office.messages_about(paper["id"]))


@pytest.mark.parametrize("command", ["MakeTripOrder", "MakeVisaLetter"])
async def test_nothing_is_printed_of_a_trip_that_is_not_approved(office: Papers, command: str) -> None:
    trip = await office.submitted()

    assert await office.refuses("officer", command, trip_id=trip["id"]) == "paper-trip-not-approved"


async def test_a_paper_that_names_a_companion_goes_with_the_companion(office: Papers) -> None:
    trip = await approved(office)
    paper = (await office.does("officer", "MakeTripOrder", trip_id=trip["id"], **SIGNS))["state"]

    await office.does("officer", "ErasePerson", id=paper["person_ids"][1], basis="own_request")

    assert (await link_to(office, paper, "officer")).status_code == 404
