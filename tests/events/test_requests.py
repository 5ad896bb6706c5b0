"""What departments hear of their requests when a visit moves, grows, or ends, and what they may still say to them."""

from typing import Any

import pytest

from tests.events.delegations import STEPS, a_visit, an_answer, local, with_members
from tests.events.stopping import stops
from tests.events.test_answers import codes
from tests.events.test_readiness import DUE, asked, standing
from tests.office import Office

MOVED: dict[str, Any] = {"starts": "2026-10-12", "ends": "2026-10-14"}
NO: dict[str, Any] = {"reason": "No staff that day"}


async def told(office: Office, visit: Any, fact: str) -> list[dict[str, Any]]:
    """What was said of requests in this way, in order."""
    said = await office.messages_about(visit["id"])
    return [each["change"] for each in said if each["type"].endswith(f".{fact}.v1")]


async def answered_in_every_way(office: Office) -> Any:
    """A visit with a request in each standing."""
    visit = await a_visit(office)
    for department, answer in {"security": "accepted", "pr": "done", "finance": "rejected", "catering": None}.items():
        visit, request = await asked(office, visit, department)
        if answer:
            await an_answer(office, request, answer, department, body=NO)
    visit, unwanted = await asked(office, visit, "transport")
    return await office.does("officer", "WithdrawRequest", id=visit["id"], request_id=unwanted, reason="They walk")


async def test_a_moved_visit_asks_again_whatever_was_answered_and_says_so_as_a_request(office: Office) -> None:
    visit = await answered_in_every_way(office)

    after = await office.does("officer", "RescheduleVisit", id=visit["id"], **MOVED)

    found = [(each["status"], each["due"], each["revision"]) for each in after["state"]["requests"]]
    assert found == [("pending", "2026-10-08", 2)] * 4 + [("withdrawn", DUE, 1)]
    changes = await told(office, visit, "request_changed")
    assert [each["department"] for each in changes] == ["security", "pr", "finance", "catering"]
    assert {(each["starts"], each["ends"], each["due"], each["asked_again"]) for each in changes} == {
        ("2026-10-12", "2026-10-14", "2026-10-08", True)
    }


async def test_what_is_put_off_has_no_days_and_nobody_is_late_with_it(office: Office) -> None:
    visit, request = await asked(office, await a_visit(office))
    await an_answer(office, request, "done")

    await stops(office, "PostponeVisit", visit, reason="Snow")
    await office.waits_until(local("2026-10-02T00:00"))

    assert await standing(office, visit) == ["pending"]
    assert [(each["starts"], each["ends"]) for each in await told(office, visit, "request_changed")] == [(None, None)]
    assert await told(office, visit, "requests_late") == []


async def test_more_people_are_asked_for_again_and_fewer_are_told(office: Office) -> None:
    visit, request = await asked(office, await with_members(office, await a_visit(office), 12))
    await an_answer(office, request, "accepted")
    leaving = [each["id"] for each in visit["state"]["members"][10:]]

    await office.does("officer", "ChangeMembers", id=visit["id"], remove=leaving)
    assert await standing(office, visit) == ["accepted"]
    newcomers = [{"name": "Jörg Weiß"}]
    await office.does("officer", "ChangeMembers", id=visit["id"], add=newcomers)

    assert await standing(office, visit) == ["pending"]
    changes = await told(office, visit, "request_changed")
    assert [(each["people"], each["asked_again"], each["revision"]) for each in changes] == [
        (10, False, 1),
        (11, True, 2),
    ]


async def test_who_is_replaced_changes_no_request(office: Office) -> None:
    visit, _ = await asked(office, await with_members(office, await a_visit(office), 12))
    leaving = [each["id"] for each in visit["state"]["members"][10:]]
    replaced = [{"name": "Jörg Weiß"}, {"name": "Ute Schwarz"}]

    await office.does("officer", "ChangeMembers", id=visit["id"], remove=leaving, add=replaced)

    assert await told(office, visit, "request_changed") == []


async def test_a_visit_that_is_called_off_releases_all_who_help_with_the_reason(office: Office) -> None:
    visit = await answered_in_every_way(office)
    before = len(await told(office, visit, "request_withdrawn"))

    after = await stops(office, "CancelVisit", visit, reason="Snow")

    released = (await told(office, visit, "request_withdrawn"))[before:]
    assert [(each["department"], each["reason"]) for each in released] == [
        ("security", "Snow"), ("pr", "Snow"), ("catering", "Snow"),
    ]  # fmt: skip
    standings = [each["status"] for each in after["state"]["requests"]]
    assert standings == ["withdrawn", "withdrawn", "rejected", "withdrawn", "withdrawn"]


async def test_a_closed_file_needs_nothing_more_and_no_answer_changes_it(office: Office) -> None:
    visit, waiting = await asked(office, await a_visit(office))
    visit, done = await asked(office, visit, "pr")
    await an_answer(office, done, "done", "pr")
    for step in ("confirmed", "in_progress", "completed", "reported", "closed"):
        visit = await STEPS[step](office, visit["id"])
    closed = await office.said_about(visit["id"])

    await an_answer(office, waiting, "accepted")
    await an_answer(office, done, "rejected", "pr", version=2, body=NO)

    assert await standing(office, visit) == ["withdrawn", "done"]
    assert [each["department"] for each in await told(office, visit, "request_withdrawn")] == ["security"]
    assert await office.said_about(visit["id"]) == closed
    assert await codes(office) == [("security", "visit-over"), ("pr", "visit-over")]
    given = {"id": visit["id"], "request_id": waiting, "answer": "accepted"}
    assert await office.refuses("officer", "RecordAnswer", **given) == "wrong-status"


@pytest.mark.parametrize("way", ["on the topic", "by hand"])
async def test_a_department_takes_its_yes_back_with_a_reason_that_the_office_reads(office: Office, way: str) -> None:
    visit, request = await asked(office, await a_visit(office))
    await an_answer(office, request, "accepted")

    if way == "on the topic":
        await an_answer(office, request, "rejected", version=2, body=NO)
    else:
        given = {"id": visit["id"], "request_id": request, "answer": "rejected"}
        assert await office.refuses("officer", "RecordAnswer", **given) == "request-rejection-without-reason"
        await office.does("officer", "RecordAnswer", **given, **NO)

    last = (await office.messages_about(visit["id"]))[-1]
    assert (last["change"]["before"], last["change"]["answer"], last["change"]["reason"]) == (
        "accepted", "rejected", NO["reason"],
    )  # fmt: skip
    assert (last["state"]["requests"][0]["reason"], last["state"]["ready"]) == (NO["reason"], False)
    listed = (await office.asks("officer", "GET", f"/visit/{visit['id']}/readiness")).json()
    assert [(each["status"], each["reason"]) for each in listed["lines"]] == [("rejected", NO["reason"])]


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (None, "request-rejection-without-reason"),
        ("  ", "answer-reason-unfit"),
        ("Call leyla.aliyeva@mail.az", "answer-reason-unfit"),
        ("x" * 4001, "answer-reason-unfit"),
    ],
)
async def test_a_no_without_a_readable_reason_is_told_to_the_department_and_changes_nothing(
    office: Office, reason: str | None, code: str
) -> None:
    visit, request = await asked(office, await a_visit(office))

    await an_answer(office, request, "rejected", body={"reason": reason})
    assert await standing(office, visit) == ["pending"]
    await an_answer(office, request, "rejected", body=NO)

    assert await standing(office, visit) == ["rejected"]
    assert await codes(office) == [("security", code)]


@pytest.mark.parametrize("named", [1, None, 3])
async def test_an_answer_to_what_was_asked_before_is_told_and_not_taken_for_a_yes(
    office: Office, named: int | None
) -> None:
    visit, request = await asked(office, await a_visit(office))
    early = office.clock.now().isoformat()
    office.clock.move_to(local("2026-09-07T12:00"))
    await office.does("officer", "RescheduleVisit", id=visit["id"], **MOVED)

    await an_answer(office, request, "accepted", body={"revision": named}, ce_time=early)

    assert await standing(office, visit) == ["pending"]
    assert await codes(office) == [("security", "request-asked-again")]
    await an_answer(office, request, "accepted", body={"revision": 2}, ce_time=early)
    assert await standing(office, visit) == ["accepted"]
