"""Open subscriptions keep documents and variables; what they may weigh together is bounded."""

import asyncio
from contextlib import ExitStack
from typing import Any

import pytest

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.http.requests import from_object
from korpu_gateway.reads.operations import weight_of
from korpu_gateway.subscriptions.held import BYTES_OF_A_GROUP, BYTES_OF_A_VALUE, MOST_OF_OTHERS, Held
from korpu_gateway.subscriptions.hub import Hub
from korpu_gateway.subscriptions.refused import TooManyConnections
from korpu_gateway.subscriptions.send_queue import SendQueue, Subscription
from korpu_gateway.subscriptions.watch import Watch
from tests.gateway.conftest import NOBODY, OFFICER, Gateway, graphql_client

TEXT = "subscription ($v: [String!]) {organisationChanged {agreements(filter: {code: $v}) {totalCount}}}"


def test_a_document_is_weighed_once_and_let_go_with_its_last_subscription() -> None:
    held = Held(10**6)

    held.hold("{a}", 10)
    held.hold("{a}", 20)
    assert held.weight == weight_of("{a}") + 2 * BYTES_OF_A_GROUP + 30 * BYTES_OF_A_VALUE

    held.release("{a}", 10)
    held.release("{a}", 20)
    assert held.weight == 0


def test_what_does_not_fit_is_refused_and_leaves_no_trace() -> None:
    held = Held(weight_of("{a}") + 2 * BYTES_OF_A_GROUP)
    held.hold("{a}", 0)

    with pytest.raises(TooManyConnections):
        held.hold("{b}", 0)

    held.hold("{a}", 0)
    held.release("{a}", 0)
    held.release("{a}", 0)
    assert held.weight == 0


async def test_whoever_has_not_signed_in_fills_no_more_than_their_part(office: Gateway) -> None:
    async with graphql_client(office) as graphql:
        hub = Hub(graphql.endpoint, Watch.deaf())

        async def join(stack: ExitStack, principal: Principal, number: int) -> None:
            codes = [f"{number:010}-{each:034}" for each in range(4_000)]
            sent = from_object({"query": TEXT, "variables": {"v": codes}})
            chosen = await graphql.endpoint.chosen(sent, principal, "az")
            assert not isinstance(chosen, bytes)
            live = await hub.live(chosen, principal, "az")
            member: Any = Subscription(str(number), principal, live.resync, SendQueue(lambda: None))
            stack.enter_context(hub.joined(live, member, "az"))

        with ExitStack() as stack:
            for number in range(MOST_OF_OTHERS // (BYTES_OF_A_VALUE * 4_000 * 48)):
                await join(stack, NOBODY, number)
            with pytest.raises(TooManyConnections):
                await asyncio.gather(*(join(stack, NOBODY, number) for number in range(100, 110)))
            await join(stack, OFFICER, 200)
        with ExitStack() as stack:
            await join(stack, NOBODY, 300)
