"""What departments are asked, what they answer, and what is late."""

from typing import Any
from uuid import uuid4

import pytest
from prometheus_client import REGISTRY

from tests.events.delegations import a_visit, an_answer, booked, local, with_members
from tests.events.stopping import stops
from tests.office import Office

DUE = "2026-10-01"


async def asked(office: Office, visit: Any, department: str = "security", due: str = DUE) -> tuple[Any, str]:
    """The visit with one more request, and the request's id."""
    what = "Passes for twelve guests"
    after = await office.does("officer", "AskDepartment", id=visit["id"], department=department, what=what, due=due)
    return after, after["state"]["requests"][-1]["id"]


async def standing(office: Office, visit: Any) -> list[str]:
    state = (await office.asks("officer", "GET", f"/visit/{visit['id']}")).json()
    return [each["status"] for each in state["requests"]]


async def test_a_department_answers_its_request_on_the_topic(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))

    await an_answer(office, request, "accepted")
    await an_answer(office, request, "done", version=2)

    assert await standing(office, visit) == ["done"]
    assert (await office.said_about(visit["id"]))[-2:] == ["request_answered", "request_answered"]
    assert (await office.messages_about(visit["id"]))[-1]["change"]["answer"] == "done"


async def test_the_last_word_alone_is_enough(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))

    await an_answer(office, request, "done")

    assert await standing(office, visit) == ["done"]


@pytest.mark.parametrize(
    ("department", "earlier", "answer", "code"),
    [
        ("catering", None, "accepted", "request-not-theirs"),
        ("security", "rejected", "accepted", "request-settled"),
        ("security", "accepted", "accepted", "request-settled"),
    ],
)
async def test_an_answer_that_is_not_theirs_or_comes_too_late_is_passed_over_and_counted(
    office: Office, department: str, earlier: str | None, answer: str, code: str
) -> None:
    visit, request = await asked(office, await a_visit(office))
    if earlier:
        await an_answer(office, request, earlier, body={"reason": "No staff"})
    before, version = passed_over(code), len(await office.said_about(visit["id"]))

    await an_answer(office, request, answer, department, version=2)

    assert await standing(office, visit) == [earlier or "pending"]
    assert len(await office.said_about(visit["id"])) == version
    assert passed_over(code) == before + 1


async def test_an_answer_to_a_request_that_nobody_made_is_passed_over(office: Office) -> None:
    before = passed_over("request-unknown")

    await an_answer(office, str(uuid4()), "accepted")

    assert passed_over("request-unknown") == before + 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"request_id": "17"},
        {"request_id": None},
        {"department": "the dormitory"},
        {"department": ["dormitory"]},
        {"answer": "maybe"},
        {"answer": "withdrawn"},
        {"answer": {"yes": True}},
    ],
)
async def test_an_answer_that_makes_no_sense_is_passed_over_and_the_next_one_counts(
    office: Office, wrong: dict[str, Any]
) -> None:
    visit, request = await asked(office, await a_visit(office))
    state = {"id": request, "version": 1, "request_id": request, "department": "security", "answer": "done"} | wrong
    before = passed_over("answer-malformed")

    await office.hears("departments.answers.v1", "request.done", state, ce_source="/security")
    await an_answer(office, request, "accepted", version=2)

    assert await standing(office, visit) == ["accepted"]
    assert passed_over("answer-malformed") == before + 1


async def test_nobody_need_answer_for_a_visit_that_was_called_off(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))
    await stops(office, "CancelVisit", visit, reason="Snow")
    before = passed_over("visit-over")

    await an_answer(office, request, "accepted")

    assert (await standing(office, visit), passed_over("visit-over")) == (["withdrawn"], before + 1)


def passed_over(code: str) -> float:
    return REGISTRY.get_sample_value("korpu_answers_passed_over_total", {"code": code}) or 0


async def test_an_officer_writes_down_what_was_answered_by_telephone(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))
    given: dict[str, Any] = {"id": visit["id"], "request_id": request}

    after = await office.does("officer", "RecordAnswer", **given, answer="rejected", reason="No staff that day")

    assert after["state"]["requests"][0]["status"] == "rejected"
    assert after["state"]["ready"] is False
    assert (await office.audit_of(visit["id"]))[-1]["why"] == "No staff that day"
    assert await office.refuses("officer", "RecordAnswer", **given, answer="done") == "request-settled"


async def test_a_withdrawn_request_is_told_and_no_longer_waited_for(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))
    given: dict[str, Any] = {"id": visit["id"], "request_id": request, "reason": "They bring their own"}

    after = await office.does("officer", "WithdrawRequest", **given)

    assert after["state"]["ready"] is True
    assert await office.refuses("officer", "WithdrawRequest", **given) == "request-settled"
    unknown = {**given, "request_id": uuid4()}
    assert await office.refuses("officer", "WithdrawRequest", **unknown) == "request-unknown"


@pytest.mark.parametrize("due", ["2026-09-06", "2026-10-08"])
async def test_help_is_due_between_today_and_the_end(office: Office, due: str) -> None:
    visit = await a_visit(office)
    given: dict[str, Any] = {"department": "transport", "what": "A bus", "due": due}

    assert await office.refuses("officer", "AskDepartment", id=visit["id"], **given) == "request-due-out-of-reach"


async def test_departments_that_do_not_answer_by_their_day_are_told_once_and_together(office: Office) -> None:
    visit, _ = await asked(office, await a_visit(office))
    await asked(office, visit, "dormitory")
    await asked(office, visit, "catering", due="2026-10-02")

    await office.waits_until(local("2026-10-01T23:59"))
    assert "requests_late" not in await office.said_about(visit["id"])
    await office.waits_until(local("2026-10-02T00:00"))
    await office.waits_until(local("2026-10-02T12:00"))

    said = await office.messages_about(visit["id"])
    late = [each for each in said if each["type"].endswith("requests_late.v1")]
    assert [[each["department"] for each in message["change"]["late"]] for message in late] == [
        ["security", "dormitory"]
    ]
    assert [each["late"] for each in said[-1]["state"]["requests"]] == [True, True, False]


async def test_an_answer_ends_lateness(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))
    await office.waits_until(local("2026-10-02T00:00"))

    await an_answer(office, request, "accepted")

    assert (await office.messages_about(visit["id"]))[-1]["state"]["requests"][0]["late"] is False


async def test_the_readiness_list_shows_what_is_missing_the_most_urgent_first(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office), due="2026-10-02")
    await asked(office, visit, "catering", due="2026-10-01")
    await an_answer(office, request, "accepted")

    answer = (await office.asks("officer", "GET", f"/visit/{visit['id']}/readiness")).json()

    assert answer["waiting"] == ["programme", "members", "catering: pending (2026-10-01)"]
    assert [each["department"] for each in answer["lines"]] == ["catering", "security"]
    assert answer["ready"] is False


async def test_a_visit_is_confirmed_when_everything_is_ready_or_with_a_reason(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))
    await with_members(office, await booked(office, visit), 2)

    assert await office.refuses("officer", "ConfirmVisit", id=visit["id"]) == "visit-not-ready"

    await an_answer(office, request, "accepted")
    assert (await office.does("officer", "ConfirmVisit", id=visit["id"]))["status"] == "confirmed"


async def test_a_visit_asks_for_so_much_and_no_more(office: Office) -> None:
    visit = await a_visit(office)
    for _ in range(100):
        await asked(office, visit)

    given: dict[str, Any] = {"department": "pr", "what": "A photograph", "due": DUE}
    assert await office.refuses("officer", "AskDepartment", id=visit["id"], **given) == "visit-list-full"
