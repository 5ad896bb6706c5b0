"""What comes to the gateway's door: answered with the right status, refused before it costs anything."""

from urllib.parse import urlsplit

import orjson
import pytest

from korpu_local.databases import connection
from korpu_local.postgres import Postgres
from tests.gateway.conftest import Gateway, GraphQLClient, graphql_client

HELLO = "{__typename}"
FEW = "{organisations(first: 5) {nodes {agreements(first: 5) {nodes {mobilities(first: 5) {nodes {id}}}}}}}"
MANY = FEW.replace("5", "100")
DEEPER = "{organisations{nodes" + "{agreements{nodes{mobilities{nodes{receiver" * 3 + "{code}" + "}}}}}" * 3 + "}}"
LONE = b'{"query": "query ($s: String!) {organisationByCode(code: $s) {code}}", "variables": {"s": "\\ud800"}}'
NUL = b'{"query": "query ($s: String!) {organisationByCode(code: $s) {code}}", "variables": {"s": "a\\u0000"}}'


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"query": "{__typename}"}', 200),
        (b'{"query": "{__typename}", "variables": null, "operationName": null, "extensions": {}}', 200),
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b'[{"query": "{__typename}"}]', 400),
        (b'"query"', 400),
        (b'{"query": 1}', 400),
        (b'{"query": "{__typename}", "variables": [1]}', 400),
        (b'{"query": "{nothing}"}', 400),
        (b'{"query": "query A {__typename} query B {__typename}"}', 400),
        (b'{"query": "{__typename}", "operationName": "B"}', 400),
        (b'{"query": "query ($n: Int!) {organisations(first: $n) {totalCount}}", "variables": {"n": "x"}}', 400),
        (b'{"query": "query ($n: Int!) {organisations(first: $n) {totalCount}}", "variables": {"n": 1e300}}', 400),
        (
            b'{"query": "query ($n: Int!) {organisations(first: $n) {totalCount}}", "variables": {"n": 99999999999}}',
            400,
        ),
        (b'{"query": "{__typename}\xff"}', 400),
        (b'{"query": "{__typename}", "variables": ' + b"[" * 5000 + b"]" * 5000 + b"}", 400),
        (b'{"query": "{__typename}", "variables": {"a": ' + b'{"a":' * 1100 + b"1" + b"}" * 1100 + b"}}", 400),
        (LONE, 400),
        (NUL, 400),
        (b'{"query": "' + b"{a" * 5000 + b'"}', 400),
        (b'{"query": "' + b" " * 17000 + b'{__typename}"}', 413),
        (b'{"query": "{__typename}", "variables": {"a": "' + b"x" * 300_000 + b'"}}', 413),
    ],
    ids=str,
)
async def test_a_body_gets_the_status_that_it_deserves(graphql: GraphQLClient, body: bytes, status: int) -> None:
    response = await graphql.sends(body)

    assert response.status_code == status
    assert ("data" in response.json()) == (status == 200)


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("PUT", {}, 405),
        ("DELETE", {}, 405),
        ("HEAD", {}, 405),
        ("POST", {"content-type": "text/plain"}, 415),
        ("POST", {"content-type": "application/json; charset=latin-1"}, 415),
        ("POST", {"content-type": ""}, 415),
        ("POST", {"accept": "text/plain"}, 406),
        ("POST", {"accept": "application/graphql-response+json; q=0, text/html"}, 406),
        ("POST", {"accept": "*/*"}, 200),
        ("POST", {"accept": "application/json; charset=utf-8"}, 200),
    ],
)
async def test_a_method_and_its_headers_get_their_status(
    graphql: GraphQLClient, method: str, headers: dict[str, str], status: int
) -> None:
    told = {"content-type": "application/json"} | headers

    response = await graphql.client.request(method, "/graphql", content=b'{"query": "{__typename}"}', headers=told)

    assert response.status_code == status


async def test_only_questions_are_asked_with_get(graphql: GraphQLClient) -> None:
    asked = await graphql.client.get("/graphql", params={"query": HELLO})
    named = await graphql.client.get("/graphql", params={"query": "query A {__typename}", "operationName": "A"})
    changed = await graphql.client.get("/graphql", params={"query": "mutation {__typename}"})

    assert (asked.status_code, named.status_code, changed.status_code) == (200, 200, 405)
    assert changed.headers["allow"] == "POST"


async def test_a_wrong_document_is_400_only_for_those_who_know_the_new_media_type(graphql: GraphQLClient) -> None:
    new = await graphql.posts("{nothing}")
    old = await graphql.posts("{nothing}", headers={"accept": "application/json"})

    assert (new.status_code, old.status_code) == (400, 200)
    assert new.headers["content-type"] == "application/graphql-response+json; charset=utf-8"
    assert old.headers["content-type"] == "application/json; charset=utf-8"


async def test_a_browser_gets_a_page(graphql: GraphQLClient) -> None:
    page = await graphql.client.get("/graphql", headers={"accept": "text/html,*/*;q=0.8"})

    assert page.text.startswith("<!doctype html>")
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (DEEPER, "(levels: at most 14)"),
        ("{" + " ".join(f"a{n}: __typename" for n in range(61)) + "}", "(aliases: at most 60)"),
        ("{" + "...A " * 3000 + "} fragment A on Query {__typename}", "(tokens: at most 2000)"),
        (
            "{...A} "
            + " ".join(f"fragment {a} on Query {{{f'...{b} ' * 6}}}" for a, b in zip("ABCD", "BCDE", strict=True))
            + " fragment E on Query {__typename __typename}",
            "(fields with all fragments opened: at most 2000)",
        ),
        ("{...A} fragment A on Query {...A}", "Cannot spread"),
    ],
)
async def test_an_operation_that_would_cost_too_much_is_refused_unread(
    graphql: GraphQLClient, query: str, said: str
) -> None:
    response = await graphql.posts(query, headers={"accept-language": "en"})

    assert response.status_code == 400
    assert said in response.json()["errors"][0]["message"]


async def test_lists_of_lists_of_lists_are_counted_before_they_are_read(graphql: GraphQLClient) -> None:
    response = await graphql.posts(MANY, headers={"accept-language": "en"})

    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"] == {"code": "too-costly"}
    assert (await graphql.posts(FEW)).status_code == 200


async def test_the_schema_is_shown_to_staff_and_not_to_everybody(graphql: GraphQLClient) -> None:
    asked = "{__schema {queryType {name}}}"

    assert (await graphql.posts(asked)).json()["errors"][0]["extensions"] == {"code": "introspection-closed"}
    assert (await graphql.posts(asked, "student")).status_code == 400
    assert (await graphql.posts(asked, "officer")).json() == {"data": {"__schema": {"queryType": {"name": "Query"}}}}


async def test_nobody_is_told_what_a_misspelled_field_may_have_meant(graphql: GraphQLClient) -> None:
    response = await graphql.posts("{organisation(id: 1) {nmae}}")

    assert "Did you mean" not in response.text


async def test_only_the_portals_own_operations_are_answered_when_they_are_listed(office: Gateway) -> None:
    listed = {"sha256:hello": HELLO}
    async with graphql_client(office, trusted=listed) as graphql:
        by_id = await graphql.sends(orjson.dumps({"documentId": "sha256:hello"}))
        by_text = await graphql.posts(HELLO)
        other = await graphql.posts("{organisations {totalCount}}")

    assert (by_id.json(), by_text.json()) == ({"data": {"__typename": "Query"}},) * 2
    assert other.json()["errors"][0]["extensions"] == {"code": "document-not-trusted"}


async def test_a_fault_of_ours_is_masked(gateway: Gateway, server: Postgres) -> None:
    async with graphql_client(gateway) as graphql:
        async with connection(server, urlsplit(gateway.database.dsn).path[1:]) as administrator:
            await administrator.execute("ALTER TABLE person RENAME COLUMN doc TO docs")

        response = await graphql.posts("{people {nodes {code}}}", "officer")

    assert response.status_code == 500
    assert set(response.json()["errors"][0]) == {"message", "extensions"}
    assert "person" not in response.text
