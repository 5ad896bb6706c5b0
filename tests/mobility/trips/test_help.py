"""What a traveller needs is asked of departments, answered by them, and let go when nobody travels."""

from datetime import UTC, datetime
from typing import Any

from tests.mobility.conftest import baku
from tests.mobility.trips.conftest import Trips, themselves, way


async def asks(office: Trips, trip: Any, what: str = "tickets", due: str = "2026-12-01") -> str:
    """A department is asked; gives the id of the request."""
    answer = await office.does("officer", "AskForTripHelp", id=trip["id"], help=what, due=due)
    return str(answer["state"]["requests"][-1]["id"])


async def answers(
    office: Trips, request: str, answer: str, *, by: str = "finance", version: int = 1, **more: Any
) -> None:
    """A department's answer, as it comes on the topic."""
    state = {"id": request, "version": version, "request_id": request, "department": by, "owner": "mobility", **more}
    await office.hears("departments.answers.v1", f"request.{answer}", state, ce_source=f"/{by}")


async def refused(office: Trips) -> list[tuple[str | None, str]]:
    """Whose answers had no effect, and why, as the staff reads it."""
    listed = (await office.asks("officer", "GET", "/answers/refused")).json()["refused"]
    return [(each["sender"], each["code"]) for each in listed]


async def changes(office: Trips, trip: Any, fact: str) -> list[dict[str, Any]]:
    """What the messages of one fact say besides the state."""
    said = await office.messages_about(trip["id"])
    return [each["change"] for each in said if each["type"].rsplit(".", 2)[1] == fact]


async def test_each_help_goes_to_who_gives_it_and_the_answers_are_the_readiness_of_the_trip(office: Trips) -> None:
    trip = await office.approved()
    ids = {what: await asks(office, trip, what) for what in ("support_letter", "tickets", "lodging", "interpreter")}

    waiting = (await office.shown(trip))["arrangements"]
    await answers(office, ids["tickets"], "done")
    await answers(office, ids["lodging"], "accepted")
    await answers(office, ids["interpreter"], "rejected", by="interpreters", reason="Nobody speaks Dutch")
    lacking = await office.shown(trip)
    await answers(office, ids["interpreter"], "accepted", by="interpreters", version=2)
    await office.does(
        "officer", "WithdrawTripHelp", id=trip["id"], request_id=ids["interpreter"], reason="The host helps"
    )
    await office.does("officer", "RecordTripHelpAnswer", id=trip["id"], request_id=ids["support_letter"], answer="done")
    ready = await office.shown(trip)
    taken = {"id": trip["id"], "request_id": ids["interpreter"], "reason": "Once more"}
    settled = await office.refuses("officer", "WithdrawTripHelp", **taken)

    assert [each["department"] for each in ready["requests"]] == [
        "migration_liaison",
        "finance",
        "finance",
        "interpreters",
    ]
    assert [each["due"] for each in ready["requests"]] == ["2026-12-01"] * 4
    assert (waiting, lacking["arrangements"], ready["arrangements"]) == ("waiting", "lacking", "ready")
    assert ["WithdrawTripHelp"] in [each["waits_for"][0]["what"] for each in lacking["tasks"]]
    assert await refused(office) == [("interpreters", "trip-help-settled")]
    assert settled == "trip-help-settled"
    told = [each["answer"] for each in await changes(office, trip, "help_answered")]
    assert told == ["done", "accepted", "rejected", "done"]


async def test_a_department_answers_its_own_requests_alone_and_the_newest_word_decides(office: Trips) -> None:
    trip = await office.approved()
    tickets = await asks(office, trip)

    await answers(office, tickets, "accepted", by="interpreters")
    await answers(office, tickets, "accepted", version=2)
    await answers(office, tickets, "rejected", version=2, reason="Too dear")

    assert set(await refused(office)) == {("interpreters", "trip-help-not-theirs"), ("finance", "answer-outdated")}
    assert (await office.shown(trip))["arrangements"] == "ready"


async def test_help_is_asked_once_in_time_for_a_trip_that_takes_place(office: Trips) -> None:
    draft = await office.trip()
    early = await office.refuses("officer", "AskForTripHelp", id=draft["id"], help="tickets", due="2026-12-01")
    trip = await office.approved(await office.lecturer(), legs=way("2027-01-11", "2027-01-15"))
    known = {"id": trip["id"]}
    tickets = await asks(office, trip)
    answer: tuple[str, str] = "officer", "RecordTripHelpAnswer"

    codes = [
        await office.refuses("officer", "AskForTripHelp", **known, help="tickets", due="2026-12-02"),
        await office.refuses("officer", "AskForTripHelp", **known, help="lodging", due="2026-11-22"),
        await office.refuses("officer", "AskForTripHelp", **known, help="lodging", due="2027-01-16"),
        await office.refuses(*answer, **known, request_id=tickets, answer="rejected"),
        await office.refuses(*answer, **known, request_id=trip["id"], answer="done"),
    ]

    assert early == "wrong-status"
    assert codes == [
        "trip-help-asked",
        "trip-help-due-past",
        "trip-help-due-after-trip",
        "trip-help-rejection-without-reason",
        "trip-help-unknown",
    ]


async def test_a_traveller_asks_in_the_own_name_and_nobody_else_does(office: Trips) -> None:
    person, other = await office.lecturer(), await office.lecturer(given_name="Nigar")
    trip = await office.approved(person)
    asked = {"id": trip["id"], "help": "lodging", "due": "2026-12-01"}

    stranger = await office.refuses("staff", "AskForTripHelp", by=themselves(other), **asked)
    mine = await office.does("staff", "AskForTripHelp", by=themselves(person), **asked)

    assert stranger in {"not-found", "forbidden"}
    assert [each["help"] for each in mine["state"]["requests"]] == ["lodging"]


async def test_departments_that_do_not_answer_by_their_day_are_told_of_once(office: Trips) -> None:
    trip = await office.approved()
    tickets = await asks(office, trip)
    await asks(office, trip, "lodging", "2026-12-03")

    await office.waits_until(baku(2026, 12, 1, 23))
    before = await changes(office, trip, "help_late")
    await office.waits_until(baku(2026, 12, 2))
    [said] = await changes(office, trip, "help_late")
    await answers(office, tickets, "done")

    assert before == []
    assert [(each["request_id"], each["department"]) for each in said["late"]] == [(tickets, "finance")]
    assert (await office.shown(trip))["requests"][0]["late"] is False


async def test_a_trip_that_is_called_off_or_goes_back_lets_the_departments_go(office: Trips) -> None:
    off = await office.approved()
    back = await office.approved(await office.lecturer(given_name="Nigar"))
    held = {trip["id"]: await asks(office, trip) for trip in (off, back)}

    await office.does("officer", "CancelTrip", id=off["id"], cause="host", reason="The host fell ill")
    await office.does("head", "ReturnTrip", id=back["id"], reason="Another week")
    late = datetime(2026, 12, 20, tzinfo=UTC)
    await office.waits_until(late)

    for trip, why in ((off, "host"), (back, "returned")):
        [said] = await changes(office, trip, "help_withdrawn")
        assert said == {"request_id": held[trip["id"]], "department": "finance", "help": "tickets", "reason": why}
        assert await changes(office, trip, "help_late") == []
