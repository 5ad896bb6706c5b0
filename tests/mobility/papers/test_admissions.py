"""The letter by which somebody from abroad is invited to study, as it was recorded."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from tests.mobility.admissions.conftest import Admissions
from tests.mobility.papers.conftest import named_partner
from tests.mobility.papers.test_stays import SIGNS, log_about
from tests.papers import file_of, link_to, words


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Admissions]:
    """Mobility on a Monday morning in November, where somebody from abroad wants to study."""
    with use(FrozenClock(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Admissions(service, store, clock)
        yield office
        await office.stood_as_said()
        await store.close()


async def invited(office: Admissions, until: str = "invited") -> Any:
    """Kofi is admitted, and a letter is recorded under BM-17."""
    return await office.goes(await office.lead(), until)


async def printed(office: Admissions, admission: Any, **given: Any) -> Any:
    about = {"admission_id": admission["id"], **SIGNS, **given}
    return (await office.does("officer", "MakeStudyInvitation", **about))["state"]


async def test_the_letter_has_its_number_and_says_who_is_invited_to_what(office: Admissions) -> None:
    consulate = await named_partner(office)
    admission = await invited(office)

    paper = await printed(office, admission, addressee=consulate)
    told = words(await file_of(office, paper))

    for said in (
        "Kofi Mensah",
        "Ghana",
        "G0099887",
        "Azerbaijani philology",
        "master's degree",
        "magistratura",
        "2026/2027",
        "paid by the student",
        "23 November 2026",
        "University of Kassel",
        "Leyla Həsənova",
    ):
        assert said in told
    assert (paper["number"], paper["admission_id"], paper["template"]) == ("BM-17", admission["id"], "study_invitation")


async def test_the_passport_stands_on_paper_alone_and_in_the_access_log(office: Admissions) -> None:
    admission = await invited(office)

    paper = await printed(office, admission)

    said = str(await office.messages_about(paper["id"]))
    assert not [secret for secret in ("Mensah", "G0099887") if secret in said]
    log = await log_about(office, admission["state"]["person_id"])
    assert any("document:passport" in each and "citizenship" in each for each in log)


@pytest.mark.parametrize(
    ("role", "status"), [("migration_liaison", 200), ("finance", 404), ("auditor", 200), ("rectorate", 404)]
)
async def test_the_migration_liaison_has_the_letter_too(office: Admissions, role: str, status: int) -> None:
    paper = await printed(office, await invited(office))

    assert (await link_to(office, paper, role)).status_code == status


async def test_who_is_invited_has_the_letter(office: Admissions) -> None:
    paper = await printed(office, await invited(office))

    mine = await link_to(office, paper, "student", person_id=UUID(paper["person_id"]))

    assert mine.status_code == 200


async def test_without_a_record_there_is_no_letter_and_none_once_it_is_off(office: Admissions) -> None:
    before = await office.goes(await office.lead(), "accepted")
    after = await invited(office)
    await office.does("officer", "CancelAdmission", id=after["id"], cause="own_wish", reason="Kofi stays at home")

    codes = [
        await office.refuses("officer", "MakeStudyInvitation", admission_id=each["id"]) for each in (before, after)
    ]

    assert codes == ["paper-study-invitation-unknown"] * 2


async def test_nobody_is_invited_whose_data_was_erased(office: Admissions) -> None:
    admission = await invited(office)
    paper = await printed(office, admission)

    await office.does("officer", "ErasePerson", id=paper["person_ids"][0], basis="own_request")

    assert (await link_to(office, paper, "officer")).status_code == 404
