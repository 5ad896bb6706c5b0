"""Documents that are new to the gateway: remembered by weight while they are right, and read by turns of callers."""

import asyncio
import gc
import tracemalloc
from contextlib import AsyncExitStack, suppress

import httpx
import pytest
from graphql import get_introspection_query, parse

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import Caller
from korpu_gateway.reads.answers import MOST_PLAN_BYTES
from korpu_gateway.reads.fair_queue import AT_ONCE, MOST_WAITING_OF_ONE
from korpu_gateway.reads.limits import measure
from korpu_gateway.reads.operations import MOST_DOCUMENT_BYTES, Documents, read, weight_of
from korpu_gateway.reads.refused import DocumentTooLarge
from tests.chassis.wire import until
from tests.gateway.campus import serving
from tests.gateway.conftest import Gateway, GraphQLClient, graphql_client
from tests.gateway.hostile import HOSTILE

STANDARD = get_introspection_query(
    descriptions=True, specified_by_url=True, directive_is_repeatable=True, schema_description=True,
    input_value_deprecation=True,
)  # fmt: skip
OURSELVES = Caller.of(Principal("officer-1"))


async def test_the_standard_question_about_the_schema_passes(graphql: GraphQLClient) -> None:
    answer = await graphql.posts(STANDARD, "officer")

    assert answer.status_code == 200
    assert len(answer.json()["data"]["__schema"]["types"]) > 300


@pytest.mark.parametrize(
    "asked",
    [
        '{__type\n(name: "Query") {name}}',
        '{__type # no\n (name: "Query") {name}}', '{a: __type(name: "Query") {name}}',
        '{...A} fragment A on Query {__type,(name: "Query") {name}}', "{... {__schema{queryType{name}}}}",
        'query A {__typename} query B {__type\t(name: "Query") {name}}', "{__schema\n{queryType{name}}}",
    ],
)  # fmt: skip
async def test_a_closed_schema_is_closed_however_it_is_asked_for(graphql: GraphQLClient, asked: str) -> None:
    answer = await graphql.posts(asked, "student", operationName="B" if "query B" in asked else None)

    assert answer.json()["errors"][0]["extensions"] == {"code": "introspection-closed"}


async def test_words_in_a_text_ask_nothing_of_the_schema(graphql: GraphQLClient) -> None:
    answer = await graphql.posts('{agreements(filter: {search: "__schema __type("}) {totalCount}}', "student")

    assert answer.json() == {"data": {"agreements": {"totalCount": 0}}}


async def test_documents_and_plans_are_remembered_by_weight_and_only_those_that_are_right(office: Gateway) -> None:
    async with graphql_client(office) as graphql:
        documents: Documents = graphql.endpoint._documents  # noqa: SLF001 -- what is measured
        plans = graphql.endpoint.answers._plans  # noqa: SLF001
        for n in range(30):
            padding = " " * 15_000
            assert (await graphql.posts(f"{{a{n}: agreements {{totalCount}}}}{padding}", "officer")).status_code == 200
            assert (await graphql.posts(f"{{b{n}}}{padding}")).status_code == 400
            assert (await graphql.posts(f"{{agreements(first: 101{n}) {{totalCount}}}}{padding}")).status_code < 500

        assert documents.get("{b0}" + " " * 15_000) is None
        assert 0 < documents.weight <= MOST_DOCUMENT_BYTES
        assert weight_of("x" * 15_000) * 30 > MOST_DOCUMENT_BYTES
        assert 0 < plans.weight <= MOST_PLAN_BYTES


REFUSED = {
    "fragments that double 22 times": "fields with all fragments opened: ",
    "a circle of two": "Cannot spread fragment 'F0' within itself.",
    "a circle of 22": "Cannot spread fragment 'F0' within itself.",
    "300 repeated selections": "tokens: ",
    "150 repeated selections": "repeats of one field in one selection: ",
    "repeats inside of fragments without a name": "repeats of one field in one selection: ",
    "450 operations": "tokens: ",
    "300 fragments": "tokens: ",
    "ten introspections": "questions about the schema: ",
    "300 aliases": "aliases: ",
    "selections nested 3,000 deep": "nesting: ",
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_grows_faster_than_its_text_is_refused_before_anything_walks_it(
    graphql: GraphQLClient, name: str
) -> None:
    answer = await graphql.posts(HOSTILE[name].query, "officer")

    [error] = answer.json()["errors"]
    assert REFUSED[name] in error["message"]


def test_a_field_may_be_asked_of_each_kind_of_thing() -> None:
    assert measure(parse("{a {" + " ".join(f"... on K{n} {{id ... {{code}} code}}" for n in range(40)) + "}}")) is False
    with pytest.raises(DocumentTooLarge):
        measure(parse("{a {" + "... on K {id} " * 11 + "}}"))


DENSE = {
    "empty words": "{agreements(filter:{code:[" + '""' * 1_800 + "]}){totalCount}}",
    "fields": "{" + "".join(f"...{{{'abcd'[n % 4]}:__typename}}" for n in range(40)) + "}",
    "short fields": "{organisations{nodes{" + "id " * 10 + "".join(f"a{n}:id " for n in range(60)) + "}}}",
    "empty lists": "{agreements(filter:{code:[" + "[]" * 900 + "]}){totalCount}}",
}


@pytest.mark.parametrize("name", DENSE)
def test_a_document_weighs_no_more_than_it_is_weighed(office: Gateway, name: str) -> None:
    dense = DENSE[name]
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    held = read(office.schema, dense)
    weight = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()

    assert held.document
    assert weight < weight_of(dense)


@pytest.mark.parametrize("name", ["1,400 unknown fields", "300 repeated selections"])
def test_a_wrong_document_is_free_as_soon_as_it_is_refused(office: Gateway, name: str) -> None:
    """The collector looks seldom at what is old: circles of a thousand such documents were 60 MB."""
    asked = HOSTILE[name].query
    with suppress(DocumentTooLarge):
        read(office.schema, asked)  # what is made once, for all documents
    gc.collect()
    gc.disable()
    with suppress(DocumentTooLarge):
        read(office.schema, asked)
    left = gc.collect()
    gc.enable()

    assert left < 1_000


@pytest.mark.parametrize(
    ("proxies", "crowd", "other", "status"),
    [
        (("127.0.0.1",), "2001:db8:0:1::{}", "2001:db8:0:2::1", 200),
        (("127.0.0.0/8",), "198.51.100.9, 203.0.113.7", "203.0.113.8", 200),
        (("127.0.0.1",), "203.0.113.{}, 203.0.113.7", "198.51.100.9, 203.0.113.7", 503),
        ((), "203.0.113.{}", "198.51.100.1", 503),
    ],
)
async def test_strangers_take_turns_by_the_address_that_a_trusted_proxy_tells(
    office: Gateway, proxies: tuple[str, ...], crowd: str, other: str, status: int
) -> None:
    async with (
        graphql_client(office) as graphql,
        serving(graphql.endpoint, proxies=proxies) as address,
        AsyncExitStack() as held,
    ):
        client = await held.enter_async_context(httpx.AsyncClient(base_url=address, timeout=60))
        queue = graphql.endpoint._queue  # noqa: SLF001 -- its places are kept, so that all others wait
        queue._patience = 60  # noqa: SLF001 -- the machine may be slow
        places = await held.enter_async_context(AsyncExitStack())
        for _ in range(AT_ONCE):
            await places.enter_async_context(queue._turn(OURSELVES))  # noqa: SLF001

        def asks(n: int, told: str) -> asyncio.Task[httpx.Response]:
            headers = {"x-forwarded-for": told}
            return asyncio.create_task(
                client.post("/graphql", json={"query": f"{{a{n}: __typename}}"}, headers=headers)
            )

        async def all_wait() -> bool:
            return sum(map(len, queue._waiting[True].values())) == MOST_WAITING_OF_ONE  # noqa: SLF001

        waiting = [asks(n, crowd.format(n)) for n in range(1, MOST_WAITING_OF_ONE + 1)]
        await until(all_wait)
        one_more = await asks(0, crowd.format(99))
        newcomer = asks(100, other)
        await asyncio.wait([newcomer], timeout=1)
        await places.aclose()

        assert one_more.status_code == 503
        assert (await newcomer).status_code == status
        assert {each.status_code for each in await asyncio.gather(*waiting)} == {200}


async def test_who_must_wait_too_long_is_told_to_come_again(graphql: GraphQLClient) -> None:
    asked = [graphql.posts(f"{{x{n}: __typename}}", "officer") for n in range(80)]

    answers = await asyncio.gather(*asked)

    refused = [each for each in answers if each.status_code == 503]
    assert refused
    assert {each.headers["retry-after"] for each in refused} == {"1"}
    assert {each.json()["errors"][0]["extensions"]["code"] for each in refused} == {"busy"}
    assert {each.status_code for each in answers} == {200, 503}
