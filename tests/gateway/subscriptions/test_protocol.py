"""The protocol of live connections: who is let in, what ends a connection, and with which code."""

from typing import Any

import orjson
import pytest

from tests.gateway.campus import Campus
from tests.gateway.mutations.test_mutations import registered
from tests.gateway.subscriptions.test_watching import ONE
from tests.gateway.watching import events, watcher

ANY: dict[str, Any] = {"query": "subscription { organisationChanged { id } }"}


async def test_the_legacy_protocol_is_not_spoken(campus: Campus) -> None:
    async with watcher(campus.address, protocol="graphql-ws", begin=False) as watching:
        assert (await watching.ends())[0] == 4406


async def test_whoever_does_not_say_hello_is_sent_away(campus: Campus) -> None:
    async with watcher(campus.address, begin=False) as watching:
        assert (await watching.ends())[0] == 4408


@pytest.mark.parametrize(
    ("messages", "code"),
    [
        (["not json"], 4400),
        (["[]"], 4400),
        (['{"type": "start"}'], 4400),
        (['{"id": 1, "type": "subscribe"}'], 4400),
        (['{"id": "1", "type": "subscribe", "payload": {"query": "{ __typename }"}}'], 4401),
        (['{"type": "connection_init"}', '{"type": "connection_init"}'], 4429),
        (['{"type": "connection_init"}', '{"id": "1", "type": "subscribe", "payload": 1}'], 4400),
        (['{"type": "connection_init", "payload": {"authorization": "Bearer forged"}}'], 4403),
        (['{"type": "connection_init", "payload": {"authorization": "Basic YTpi"}}'], 4403),
    ],
)
async def test_a_client_that_breaks_the_protocol_is_told_how(campus: Campus, messages: list[str], code: int) -> None:
    async with watcher(campus.address, begin=False) as watching:
        for each in messages:
            await watching.socket.send(each)

        assert (await watching.ends())[0] == code


async def test_an_id_names_one_subscription(campus: Campus) -> None:
    async with watcher(campus.address, campus.token("officer")) as watching:
        same = await watching.watches(ANY["query"])
        await watching.says(id=same, type="subscribe", payload=ANY)

        assert await watching.ends() == (4409, f"Subscriber for {same} already exists")


async def test_a_connection_carries_a_bounded_number_of_subscriptions(campus: Campus) -> None:
    async with watcher(campus.address, campus.token("officer")) as watching:
        for _ in range(50):
            await watching.watches(ANY["query"])

        await watching.says(id="more", type="subscribe", payload=ANY)

        told = await watching.hears()
    assert (told["type"], told["payload"][0]["extensions"]["code"]) == ("error", "too-many-subscriptions")


async def test_a_process_carries_a_bounded_number_of_connections(campus: Campus) -> None:
    async with campus.another(live_connections=1) as gateway, watcher(gateway.address):
        async with watcher(gateway.address, begin=False) as second:
            await second.says(type="connection_init")
            assert (await second.ends())[0] == 1013
        async with events(gateway.client, {}, ANY["query"]) as stream:
            assert stream.response.status_code == 503


@pytest.mark.parametrize(
    "query",
    ["subscription { nothingLikeThis { id } }", "subscription {", 'subscription { changes(ids: ["x"]) { fact } }'],
)
async def test_a_wrong_document_is_an_error_of_its_subscription_alone(campus: Campus, query: str) -> None:
    async with watcher(campus.address, campus.token("officer")) as watching:
        await watching.says(id="1", type="subscribe", payload={"query": query})

        told = await watching.hears()
        assert (told["type"], told["id"]) == ("error", "1")
        assert told["payload"][0]["message"]
        await watching.watches(ANY["query"])


async def test_a_connection_ends_when_its_token_does_even_if_nothing_happens(campus: Campus) -> None:
    async with watcher(campus.address, campus.token("officer", seconds=2)) as watching:
        await watching.watches(ANY["query"])

        assert await watching.ends() == (4403, "Forbidden: the access token has expired")


async def test_a_stream_ends_when_its_token_does_and_says_so(campus: Campus) -> None:
    async with events(campus.client, campus.headers("officer", seconds=2), ANY["query"]) as stream:
        name, told = await stream.next()

        assert (name, told["errors"][0]["extensions"]["code"]) == ("next", "unauthenticated")
        assert await stream.next() == ("complete", None)


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"accept": "application/json"}, ANY, 406),
        ({}, {"query": "subscription {"}, 400),
        ({}, {"query": 1}, 400),
        ({"authorization": "Bearer forged"}, ANY, 401),
    ],
)
async def test_a_stream_that_cannot_begin_is_refused_with_a_status(
    campus: Campus, headers: dict[str, str], body: Any, status: int
) -> None:
    sent = {"accept": "text/event-stream", **headers}

    response = await campus.client.post("/graphql/stream", json=body, headers=sent)

    assert response.status_code == status
    assert orjson.loads(response.content)["errors"][0]["message"]


async def test_a_subscription_is_not_answered_where_only_one_answer_fits(campus: Campus) -> None:
    answer = await campus.posts("officer", ANY["query"])

    assert "/graphql/stream" in answer["errors"][0]["message"]


async def test_a_ping_is_answered_with_what_it_holds(campus: Campus) -> None:
    async with watcher(campus.address) as watching:
        await watching.says(type="ping")
        assert await watching.hears() == {"type": "pong"}


async def test_a_stream_may_be_asked_with_get(campus: Campus) -> None:
    known = await registered(campus)
    variables = orjson.dumps({"id": known["id"]}).decode()
    headers = {"accept": "text/event-stream", **campus.headers("officer")}
    async with campus.client.stream(
        "GET", "/graphql/stream", params={"query": ONE, "variables": variables}, headers=headers
    ) as response:
        assert response.status_code == 200
