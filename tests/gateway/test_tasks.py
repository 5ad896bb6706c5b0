"""What waits for whoever asks: theirs alone, in order, both ways of reading alike, and gone when it is answered."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
import pytest

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.identity.access_tokens import Principal
from tests.gateway.conftest import NOBODY, Gateway
from tests.gateway.shelves import State

ANNA = UUID(int=7)
LEGAL = Principal("l-1", frozenset({"legal"}))
HEAD = Principal("h-1", frozenset({"head"}), person_id=ANNA)
PHILOLOGY = Principal("c-2", frozenset({"faculty_coordinator"}), frozenset({"philology"}))
OFFICER = Principal("o-1", frozenset({"officer"}))
ASKED = """
    query ($first: Int! = 20, $after: String, $filter: TaskFilter, $orderBy: TaskOrder) { viewer {
        subject roles units person { id }
        tasks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
            totalCount pageInfo { hasNextPage endCursor }
            edges { cursor }
            nodes { id what kind thingId thing { id code ... on Agreement { title { text } } } since due }
        }
    } }
"""


def addressee(role: str, *what: str, **narrowed: Any) -> State:
    plain = {"what": list(what), "role": role, "unit": None, "subject": None, "person_id": None, "never": []}
    return plain | narrowed


def waits(key: str, *addressees: State, since: str | None = None, due: str | None = None) -> State:
    return {"key": key, "since": since, "due": due, "waits_for": list(addressees)}


def agreement(gateway: Gateway, *tasks: State, **given: Any) -> State:
    state = {**gateway.library.agreement(gateway.library.organisation(), **given)}
    dated = [{**each, "since": each["since"] or state["changed_at"]} for each in tasks]
    return {**state, "tasks": dated, "closed": {}}


async def viewed(gateway: Gateway, who: Principal, **given: Any) -> Any:
    """What the viewer sees; the two ways of reading answer the same bytes."""
    compiled = await gateway.compiled(ASKED, who, **given)
    executed = await gateway.executed(ASKED, who, **given)
    assert compiled == executed
    answer = orjson.loads(executed)
    assert "errors" not in answer, answer
    return answer["data"]["viewer"]


async def what(gateway: Gateway, who: Principal, **given: Any) -> list[list[str]]:
    return [each["what"] for each in (await viewed(gateway, who, **given))["tasks"]["nodes"]]


async def test_everybody_sees_who_they_are_and_what_waits_for_them_alone(gateway: Gateway) -> None:
    state = agreement(
        gateway,
        waits("A", addressee("legal", "ApproveAgreement", "ReturnAgreement"), due="2026-12-01"),
        waits("B", addressee("faculty_coordinator", "ApproveAgreement", unit="philology")),
        waits("C", addressee("officer", "SubmitAgreement", subject="o-1")),
        waits("D", addressee("head", "SignAgreement", person_id=str(ANNA))),
        unit="philology",
    )
    await gateway.hears("agreement", state)

    mine = await viewed(gateway, LEGAL)

    assert (mine["subject"], mine["roles"], mine["units"], mine["person"]) == ("l-1", ["legal"], [], None)
    [task] = mine["tasks"]["nodes"]
    assert (task["what"], task["kind"], task["due"]) == (
        ["approveAgreement", "returnAgreement"],
        "agreement",
        "2026-12-01",
    )
    assert (task["thing"]["code"], task["thing"]["id"]) == (state["code"], task["thingId"])
    assert await what(gateway, PHILOLOGY) == [["approveAgreement"]]
    assert await what(gateway, OFFICER) == [["submitAgreement"]]
    assert await what(gateway, HEAD) == [["signAgreement"]]
    assert await what(gateway, replace(OFFICER, subject="o-2")) == []
    assert await what(gateway, replace(HEAD, person_id=UUID(int=8))) == []
    assert await what(gateway, replace(PHILOLOGY, units=frozenset({"history"}))) == []
    assert await viewed(gateway, NOBODY) is None


@pytest.mark.parametrize("never", ["h-1", str(ANNA)])
async def test_nobody_is_asked_who_may_not(gateway: Gateway, never: str) -> None:
    await gateway.hears(
        "agreement", agreement(gateway, waits("A", addressee("head", "ApproveAgreement", never=[never])))
    )

    assert await what(gateway, HEAD) == []
    assert await what(gateway, Principal("h-2", frozenset({"head"}))) == [["approveAgreement"]]


async def test_two_roles_of_one_person_have_one_task(gateway: Gateway) -> None:
    asked = waits("A", addressee("officer", "CloseLetter"), addressee("head", "CloseLetter", "AssignLetter"))
    await gateway.hears("agreement", agreement(gateway, asked))

    both = replace(OFFICER, roles=frozenset({"officer", "head"}))

    assert await what(gateway, both) == [["closeLetter", "assignLetter"]]
    assert (await viewed(gateway, both))["tasks"]["totalCount"] == 1


async def test_a_task_goes_when_it_is_answered_and_keeps_its_beginning_while_it_waits(gateway: Gateway) -> None:
    first = agreement(gateway, waits("A", addressee("legal", "ApproveAgreement")))
    later = {**first, "version": 2, "changed_at": "2026-10-05T08:00:00Z"}
    waiting = [{**each, "since": later["changed_at"]} for each in first["tasks"]]
    await gateway.hears("agreement", first)
    [before] = (await viewed(gateway, LEGAL))["tasks"]["nodes"]

    await gateway.hears("agreement", {**later, "tasks": waiting})
    [after] = (await viewed(gateway, LEGAL))["tasks"]["nodes"]
    await gateway.hears("agreement", {**later, "version": 3, "tasks": []})
    await gateway.hears("agreement", first)

    assert (after["id"], after["since"]) == (before["id"], before["since"])
    assert await what(gateway, LEGAL) == []


async def test_versions_heard_at_once_begin_when_the_first_of_them_did(gateway: Gateway) -> None:
    first = agreement(gateway, waits("A", addressee("legal", "ApproveAgreement")))
    later = {**first, "version": 2, "changed_at": "2026-10-05T08:00:00Z"}
    later["tasks"] = [{**each, "since": later["changed_at"]} for each in first["tasks"]]

    await gateway.hears("agreement", first, later)

    [task] = (await viewed(gateway, LEGAL))["tasks"]["nodes"]
    assert datetime.fromisoformat(task["since"]) == datetime.fromisoformat(first["changed_at"])


async def test_what_was_said_before_there_were_tasks_waits_for_nobody(gateway: Gateway) -> None:
    state = agreement(gateway)
    del state["tasks"], state["closed"]

    await gateway.hears("agreement", state)

    assert await what(gateway, LEGAL) == []


async def test_what_begins_later_waits_from_then_on(gateway: Gateway) -> None:
    begins = waits("A", addressee("legal", "ApproveAgreement"), since="2027-01-01T00:00:00Z")
    await gateway.hears("agreement", agreement(gateway, begins))

    with use(FrozenClock(datetime(2026, 12, 31, 23, 59, tzinfo=UTC))):
        before = await what(gateway, LEGAL)
    with use(FrozenClock(datetime(2027, 1, 1, tzinfo=UTC))):
        after = await what(gateway, LEGAL)

    assert (before, after) == ([], [["approveAgreement"]])


async def test_tasks_come_in_order_of_their_days_and_by_pages(gateway: Gateway) -> None:
    days = ("2026-12-03", None, "2026-12-01", "2026-12-02")
    waiting = [waits(str(n), addressee("legal", f"Step{n}"), due=due) for n, due in enumerate(days)]
    await gateway.hears("agreement", agreement(gateway, *waiting))

    first = (await viewed(gateway, LEGAL, first=3))["tasks"]
    rest = (await viewed(gateway, LEGAL, first=3, after=first["pageInfo"]["endCursor"]))["tasks"]

    assert [each["due"] for each in first["nodes"]] == ["2026-12-01", "2026-12-02", "2026-12-03"]
    assert ([each["due"] for each in rest["nodes"]], rest["totalCount"]) == ([None], 4)
    assert (first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (True, False)
    assert await what(gateway, LEGAL, first=1, orderBy={"by": "DUE", "direction": "DESC"}) == [["step1"]]
    assert len(await what(gateway, LEGAL, orderBy={"by": "SINCE"})) == 4


@pytest.mark.parametrize(
    ("filter_", "found"),
    [
        ({"dueUntil": "2026-12-02"}, ["step0"]),
        ({"dueFrom": "2026-12-02"}, ["step1"]),
        ({"overdue": True}, ["step0"]),
        ({"overdue": False}, ["step1", "step2"]),
        ({"what": ["step2"]}, ["step2"]),
        ({"kind": ["letter"]}, []),
        ({"kind": ["agreement"], "overdue": True}, ["step0"]),
    ],
)
async def test_tasks_are_filtered(gateway: Gateway, filter_: State, found: list[str]) -> None:
    days = ("2026-12-01", "2026-12-03", None)
    waiting = [waits(str(n), addressee("legal", f"Step{n}"), due=due) for n, due in enumerate(days)]
    await gateway.hears("agreement", agreement(gateway, *waiting))

    with use(FrozenClock(datetime(2026, 12, 2, 9, tzinfo=UTC))):
        assert [each for [each] in await what(gateway, LEGAL, filter=filter_)] == found


ACTIONS = "{agreements {nodes {availableActions closedActions {code it: action}}}}"


async def offered(gateway: Gateway, who: Principal) -> tuple[set[str], dict[str, str]]:
    """What is open and what is closed, both ways of reading alike."""
    assert await gateway.compiled(ACTIONS, who) == await gateway.executed(ACTIONS, who)
    [node] = (await gateway.asks(ACTIONS, who))["agreements"]["nodes"]
    return set(node["availableActions"]), {each["it"]: each["code"] for each in node["closedActions"]}


async def test_what_something_stands_in_the_way_of_is_closed_and_says_why(gateway: Gateway) -> None:
    state = {**agreement(gateway, status="in_review"), "closed": {"SignAgreement": "agreement-not-approved"}}
    await gateway.hears("agreement", state)

    opened, closed = await offered(gateway, OFFICER)
    others = await offered(gateway, LEGAL)

    assert closed["signAgreement"] == "agreement-not-approved"
    assert "signAgreement" not in opened
    assert "signAgreement" not in others[1]


async def test_what_is_not_one_s_turn_is_closed_until_it_is(gateway: Gateway) -> None:
    asked = waits("A", addressee("legal", "ApproveAgreement", "ReturnAgreement", never=["l-2"]))
    await gateway.hears("agreement", agreement(gateway, asked, status="in_review", author="o-1"))

    legal, rectorate = await offered(gateway, LEGAL), await offered(gateway, Principal("r", frozenset({"rectorate"})))
    kept_out = await offered(gateway, replace(LEGAL, subject="l-2"))

    assert legal == ({"approveAgreement", "returnAgreement"}, {})
    turn = dict.fromkeys(("approveAgreement", "returnAgreement"), "agreement-not-its-turn")
    assert rectorate == (set(), turn)
    assert kept_out == (set(), {})


async def test_a_task_of_a_colleague_is_one_s_own_to_answer(gateway: Gateway) -> None:
    asked = waits("A", addressee("officer", "RecordPartnerApproval", subject="o-9"))
    await gateway.hears("agreement", agreement(gateway, asked, status="in_review"))

    assert await what(gateway, OFFICER) == []
    assert "recordPartnerApproval" in (await offered(gateway, OFFICER))[0]
