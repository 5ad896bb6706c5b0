"""The minutes of a selection: who compared whom by what, and who got which place and why; names on paper alone."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_mobility.app import service
from tests.mobility.applications.conftest import Applications, themselves
from tests.mobility.applications.rounds import Round
from tests.mobility.papers.test_stays import SIGNS, log_about
from tests.papers import file_of, link_to, words

AGAIN = {"score_by": "2027-02-20", "reason": "One criterion was read the wrong way round"}


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]]) -> AsyncIterator[Applications]:
    """Mobility on a Monday morning in November, where a committee is going to sit."""
    with use(FrozenClock(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("mobility"))
        assert isinstance(clock, FrozenClock)
        office = Applications(service, store, clock)
        yield office
        await office.stood_as_said()
        await store.close()


async def sat(office: Applications) -> Round:
    """Two apply for one place; the one who leads has corrected scores, and one member stands aside."""
    round_ = await Round(office).opens(2, places=1)
    round_.members[0] = await office.person(kind="staff", given_name="Rəna", family_name="Quliyeva", unit="law")
    round_.members[2] = await office.person(kind="staff", unit="philology")
    await round_.convenes(pass_mark="50")
    await round_.does("OpenScoring")
    first, second = round_.applicants
    for member in round_.members[:2]:
        await round_.scores(member, first, 90, 80)
        await round_.scores(member, second, 70, 60)
    await round_.corrects(round_.members[0], first, 100, 80, why="Two letters were mixed up")
    return round_


async def minutes(office: Applications, round_: Round, **given: Any) -> Any:
    about = {"selection_id": round_.selection["id"], **SIGNS, **given}
    return (await office.does("officer", "MakeSelectionMinutes", **about))["state"]


async def test_minutes_say_who_compared_whom_by_what_and_who_got_the_place_and_why(office: Applications) -> None:
    round_ = await sat(office)
    early = await office.refuses("officer", "MakeSelectionMinutes", selection_id=round_.selection["id"])
    ranked = await round_.does("CloseScoring")
    await round_.does("AllocatePlaces")
    first, second = (each["state"]["code"] for each in round_.applicants)

    paper = await minutes(office, round_)
    told = words(await file_of(office, paper))

    assert early == "paper-selection-not-ranked"
    for said in (
        "Rəna Quliyeva",
        "Grades",
        "60 %",
        "89.00",
        "66.00",
        "Two letters were mixed up",
        "90 / 80",
        "the same unit",
        "the lot",
        "given; places: 1",
        "no place left; places: 1, the last went to rank 1",
        "növbədədir",
        "Applications compared: 2.",
        "Leyla Həsənova",
    ):
        assert said in told, said
    assert ranked["lot_seed"] in told.replace(" ", "")
    assert told.index(first) < told.index(second)
    assert (paper["number"], paper["selection_id"], paper["person_id"]) == (ranked["code"], ranked["id"], None)
    assert set(paper["person_ids"]) == {
        *round_.members,
        *(each["state"]["person_id"] for each in round_.applicants),
    }


async def test_means_and_names_stand_on_paper_alone_and_in_the_access_log(office: Applications) -> None:
    round_ = await sat(office)
    await round_.does("CloseScoring")

    paper = await minutes(office, round_)

    told = str(await office.messages_about(paper["id"]))
    assert not [secret for secret in ("Quliyeva", "89.00", "mixed up") if secret in told]
    log = await log_about(office, round_.applicants[0]["state"]["person_id"])
    assert any("mean" in each and "given_name" in each for each in log)


async def test_who_applied_or_scored_or_coordinates_does_not_have_the_minutes(office: Applications) -> None:
    round_ = await sat(office)
    await round_.does("CloseScoring")
    paper = await minutes(office, round_)
    applicant, member = round_.applicants[0]["state"]["person_id"], round_.members[0]

    answers = {
        "student": await link_to(office, paper, "student", person_id=UUID(applicant)),
        "member": await link_to(office, paper, "staff", **themselves(member)),
        "coordinator": await link_to(office, paper, "faculty_coordinator", units=["philology"]),
        "rectorate": await link_to(office, paper, "rectorate"),
        "auditor": await link_to(office, paper, "auditor"),
        "head": await link_to(office, paper, "head"),
    }

    assert {who: each.status_code for who, each in answers.items()} == {
        "student": 404,
        "member": 404,
        "coordinator": 404,
        "rectorate": 404,
        "auditor": 200,
        "head": 200,
    }


async def test_minutes_of_a_ranking_that_was_taken_back_are_revoked(office: Applications) -> None:
    round_ = await sat(office)
    await round_.does("CloseScoring")
    paper = await minutes(office, round_)

    await round_.does("ReopenScoring", role="head", **AGAIN)
    after = (await office.asks("officer", "GET", f"/mobility-paper/{paper['id']}")).json()
    none = await office.refuses("officer", "MakeSelectionMinutes", selection_id=round_.selection["id"])
    await round_.does("CloseScoring")
    told = words(await file_of(office, await minutes(office, round_, languages=["en"])))

    assert (after["status"], none) == ("revoked", "paper-selection-not-ranked")
    assert "opened again" in after["reason"]
    assert AGAIN["reason"] in told


async def test_who_was_forgotten_is_on_no_minutes_and_a_member_has_no_name(office: Applications) -> None:
    round_ = await sat(office)
    await round_.does("CloseScoring")
    before = await minutes(office, round_)
    first, second = round_.applicants
    for person in (first["state"]["person_id"], round_.members[0]):
        await office.does("officer", "ErasePerson", id=person, basis="own_request")

    paper = await minutes(office, round_)
    told = words(await file_of(office, paper))

    assert (await link_to(office, before, "officer")).status_code == 404
    assert first["state"]["code"] not in told
    assert second["state"]["code"] in told
    assert "(data erased)" in told
    assert "Quliyeva" not in told
