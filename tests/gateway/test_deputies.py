"""A deputy sees at the portal what the head would: tasks, buttons, roles; on the days alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest

from korpu_chassis.clock import BAKU, Clock, FrozenClock, use
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.substitution import Identification
from korpu_gateway.readmodel.deputies import deputies
from tests.gateway.conftest import Gateway
from tests.gateway.test_tasks import addressee, agreement, waits

OFFICER = Principal("o-2", frozenset({"officer"}))
ASKED = """
    query ($of: ID!) {
        viewer { roles deputyFor tasks { nodes { what } } }
        agreement(id: $of) { availableActions }
        deputyships(filter: {deputy: ["o-2"], lastDaySince: "2026-12-01"}, orderBy: {by: FIRST_DAY}) {
            nodes { status head deputy firstDay lastDay availableActions }
        }
    }
"""


@dataclass
class Signed:
    """Takes the place of the issuer: the token is always this caller's."""

    caller: Principal

    async def principal(self, authorization: str | None) -> Principal:
        assert authorization is None
        return self.caller


@pytest.fixture
def clock() -> Iterator[FrozenClock]:
    clock = Clock.frozen(datetime(2026, 12, 2, 9, tzinfo=BAKU))
    with use(clock):
        yield clock


def deputyship(gateway: Gateway, **given: Any) -> Any:
    days = {"head": "h-1", "deputy": "o-2", "first_day": "2026-12-02", "last_day": "2026-12-04", "ended_on": None}
    return gateway.library.deputyship(**{"status": "planned", **days, **given})


async def identified(gateway: Gateway, caller: Principal = OFFICER) -> Principal:
    """Who it is that has come in, as the read model knows it at this moment."""
    return await Identification(Signed(caller), deputies(gateway.pool)).principal(None)


@pytest.mark.parametrize(
    ("moment", "acts"),
    [
        (datetime(2026, 12, 1, 23, 59, tzinfo=BAKU), False),
        (datetime(2026, 12, 2, 0, 0, tzinfo=BAKU), True),
        (datetime(2026, 12, 4, 23, 59, tzinfo=BAKU), True),
        (datetime(2026, 12, 5, 0, 0, tzinfo=BAKU), False),
    ],
)
async def test_a_deputy_sees_what_waits_for_the_head_and_may_be_done_on_the_days(
    gateway: Gateway, clock: FrozenClock, moment: datetime, *, acts: bool
) -> None:
    waiting = waits("A", addressee("head", "ApproveAgreement", never=["o-1"]))
    state = agreement(gateway, waiting, status="in_review", author="o-1", terms_author="o-1")
    await gateway.hears("agreement", state)
    await gateway.hears("deputyship", deputyship(gateway))
    clock.move_to(moment)

    seen = await gateway.asks(ASKED, await identified(gateway), of=f"agreement:{state['id']}")

    viewer = {
        "roles": ["head", "officer"] if acts else ["officer"],
        "deputyFor": "h-1" if acts else None,
        "tasks": {"nodes": [{"what": ["approveAgreement"]}] if acts else []},
    }
    assert seen["viewer"] == viewer
    assert ("approveAgreement" in seen["agreement"]["availableActions"]) == acts
    [shown] = seen["deputyships"]["nodes"]
    assert (shown["head"], shown["firstDay"], shown["availableActions"]) == ("h-1", "2026-12-02", ["endDeputyship"])


@pytest.mark.usefixtures("clock")
async def test_what_was_ended_and_whom_a_token_does_not_call_officer_lends_nothing(gateway: Gateway) -> None:
    state = deputyship(gateway, status="in_force")
    await gateway.hears("deputyship", state)
    staff = Principal("o-2", frozenset({"staff"}))
    assert (await identified(gateway)).in_place_of == "h-1"
    assert await identified(gateway, staff) == staff

    await gateway.hears("deputyship", {**state, "version": state["version"] + 1, "status": "ended"})

    assert await identified(gateway) == OFFICER


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(
    ("caller", "actions"),
    [
        (Principal("h-9", frozenset({"head"})), ["endDeputyship"]),
        (OFFICER, ["endDeputyship"]),
        (Principal("o-3", frozenset({"officer"})), []),
        (Principal("a-1", frozenset({"auditor"})), []),
        (Principal("l-1", frozenset({"legal"})), None),
    ],
)
async def test_it_is_ended_by_a_head_or_the_deputy_and_listed_for_the_department(
    gateway: Gateway, caller: Principal, actions: list[str] | None
) -> None:
    await gateway.hears("deputyship", deputyship(gateway))

    seen = await gateway.asks("{ deputyships { nodes { availableActions } } }", caller)

    assert [each["availableActions"] for each in seen["deputyships"]["nodes"]] == ([] if actions is None else [actions])


@pytest.mark.usefixtures("clock")
async def test_a_read_model_that_is_away_lends_nothing(gateway: Gateway) -> None:
    await gateway.hears("deputyship", deputyship(gateway))
    await gateway.pool.close()

    assert await identified(gateway) == OFFICER
