"""What departments are asked for when somebody comes, and what they answer."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.mobility.admissions.conftest import Admissions
from tests.mobility.conftest import baku


async def asks(office: Admissions, admission: Any, what: str, due: str = "2026-12-01") -> str:
    """A department is asked; gives the id of the request."""
    answer = await office.does("officer", "AskForArrangement", id=admission["id"], help=what, due=due)
    return str(answer["state"]["requests"][-1]["id"])


async def answers(
    office: Admissions,
    request: str,
    answer: str,
    *,
    version: int = 1,
    body: Mapping[str, Any] | None = None,
    **headers: Any,
) -> None:
    """The dormitory's answer, as it comes on the topic."""
    state = {"id": request, "version": version, "request_id": request, "department": "dormitory", "owner": "mobility"}
    said = {"ce_source": "/dormitory"} | headers
    await office.hears("departments.answers.v1", f"request.{answer}", {**state, **(body or {})}, **said)


async def refused(office: Admissions) -> list[tuple[str | None, str]]:
    """Whose answers had no effect, and why, as the staff reads it."""
    listed = (await office.asks("officer", "GET", "/answers/refused")).json()["refused"]
    return [(each["sender"], each["code"]) for each in listed]


async def test_the_dormitory_answers_on_the_topic_and_takes_its_yes_back(office: Admissions) -> None:
    admission = await office.at("accepted")
    bed = await asks(office, admission, "bed")

    await answers(office, bed, "accepted")
    yes = (await office.shown(admission))["arrangements"]
    await answers(office, bed, "rejected", version=2, body={"reason": "The house is full"})
    await answers(office, bed, "accepted", version=2)

    assert (yes, (await office.shown(admission))["arrangements"]) == ("ready", "lacking")
    assert [each["answer"] for each in await office.changes(admission, "request_answered")] == ["accepted", "rejected"]
    assert await refused(office) == [("dormitory", "answer-outdated")]


@pytest.mark.parametrize(
    ("differently", "sender", "code"),
    [({"ce_source": "/finance"}, "finance", "admission-request-not-theirs"),
     ({"ce_source": "/finance", "body": {"department": "finance"}}, "finance", "admission-request-not-theirs"),
     ({"ce_source": "/transport"}, None, "sender-unknown"),
     ({"body": {"reason": "Ask +994 50 222 33 44"}}, "dormitory", "answer-reason-unfit"),
     ({"body": {"answer": "done"}}, "dormitory", "answer-contradicts-type")],
)  # fmt: skip
async def test_an_answer_that_is_not_theirs_has_no_effect_and_is_told(
    office: Admissions, differently: dict[str, Any], sender: str | None, code: str
) -> None:
    admission = await office.at("accepted")
    bed = await asks(office, admission, "bed")

    await answers(office, bed, "accepted", **differently)

    assert (await office.shown(admission))["arrangements"] == "waiting"
    assert await refused(office) == [(sender, code)]


async def test_an_answer_to_another_services_request_is_left_to_that_service(office: Admissions) -> None:
    admission = await office.at("accepted")
    bed = await asks(office, admission, "bed")

    await answers(office, bed, "accepted", body={"owner": "events"})
    await answers(office, bed, "accepted", body={"owner": None})
    await answers(office, bed, "accepted", ce_time=None)

    assert (await office.shown(admission))["arrangements"] == "waiting"
    assert await refused(office) == []


async def test_an_answer_to_a_request_that_nobody_made_is_told(office: Admissions) -> None:
    admission = await office.at("accepted")

    await answers(office, admission["id"], "accepted")

    assert await refused(office) == [("dormitory", "admission-request-unknown")]


async def test_departments_are_asked_once_for_a_thing_and_say_yes_no_and_done(office: Admissions) -> None:
    admission = await office.at("offered")
    known = {"id": admission["id"]}
    answer: tuple[str, str] = "officer", "RecordArrangementAnswer"

    bed = await asks(office, admission, "bed")
    twice = await office.refuses("officer", "AskForArrangement", **known, help="bed", due="2026-12-01")
    past = await office.refuses("officer", "AskForArrangement", **known, help="insurance", due="2026-11-22")
    waiting = (await office.shown(admission))["arrangements"]
    yes = await office.does(*answer, **known, request_id=bed, answer="accepted")
    unsaid = await office.refuses(*answer, **known, request_id=bed, answer="rejected")
    no = await office.does(*answer, **known, request_id=bed, answer="rejected", reason="The house is full")
    settled = await office.refuses(*answer, **known, request_id=bed, answer="accepted")
    unknown = await office.refuses(*answer, **known, request_id=admission["id"], answer="accepted")
    again = await asks(office, admission, "bed")
    done = await office.does(*answer, **known, request_id=again, answer="done")

    assert (twice, past) == ("admission-request-asked", "admission-request-due-past")
    assert (unsaid, settled, unknown) == (
        "admission-request-rejection-without-reason",
        "admission-request-settled",
        "admission-request-unknown",
    )
    assert [waiting, *(each["state"]["arrangements"] for each in (yes, no, done))] == [
        "waiting",
        "ready",
        "lacking",
        "ready",
    ]
    [_, rejected, _] = await office.changes(admission, "request_answered")
    assert (rejected["department"], rejected["before"], rejected["reason"]) == (
        "dormitory",
        "accepted",
        "The house is full",
    )


async def test_what_is_not_needed_any_more_is_withdrawn(office: Admissions) -> None:
    admission = await office.at("accepted")
    plan = await asks(office, admission, "payment_plan")
    taken = {"id": admission["id"], "request_id": plan, "reason": "A grant pays"}

    withdrawn = await office.does("head", "WithdrawArrangement", **taken)
    code = await office.refuses("head", "WithdrawArrangement", **taken)

    assert (withdrawn["state"]["arrangements"], code) == ("released", "admission-request-settled")


async def test_departments_that_do_not_answer_by_their_day_are_told_of_once(office: Admissions) -> None:
    admission = await office.at("accepted")
    bed = await asks(office, admission, "bed")
    await asks(office, admission, "insurance", "2026-12-03")

    await office.waits_until(baku(2026, 12, 1, 23))
    before = await office.changes(admission, "requests_late")
    await office.waits_until(baku(2026, 12, 2))
    await office.waits_until(baku(2026, 12, 3, 12))

    assert before == []
    [said] = await office.changes(admission, "requests_late")
    assert [(each["request_id"], each["department"]) for each in said["late"]] == [(bed, "dormitory")]
