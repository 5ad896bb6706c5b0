"""One trace leads from a mutation through every process to those who watch, and no collector is needed for it."""

import asyncio
import json
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest

from korpu_local.stack import Stack
from tests.journeys.departments import Department
from tests.journeys.office import Office
from tests.journeys.patience import eventually
from tests.journeys.watching import over_websocket

pytestmark = pytest.mark.journey

CHANGED = "subscription Watching($id: ID) { agreementChanged(id: $id) { version } }"
RETITLE = """mutation Retitle($input: RetitleAgreementInput!) {
  done: retitleAgreement(input: $input) { __typename ... on Agreement { id version } } }"""
OUTBOX = "SELECT headers FROM outbox WHERE headers->>'ce_traceparent' LIKE $1"


def lines(product: Stack, service: str, role: str, trace_id: str) -> list[dict[str, Any]]:
    """What this process has logged in this trace."""
    said = product.process(service, role).log.read_text("utf-8").split("\n")
    return [json.loads(line) for line in said if trace_id in line and line.startswith("{")]


async def rows_of_the_outbox(dsn: str, trace_id: str) -> list[Any]:
    connection = await asyncpg.connect(dsn)
    try:
        found = await connection.fetch(
            "SELECT headers FROM outbox WHERE headers->>'ce_traceparent' LIKE $1", f"%{trace_id}%"
        )
        return [json.loads(row["headers"]) for row in found]
    finally:
        await connection.close()


def one(found: list[dict[str, Any]], event: str, **like: Any) -> dict[str, Any]:
    """The one line of this event."""
    [line] = [each for each in found if each["event"] == event and each.items() >= like.items()]
    return line


@pytest.mark.parametrize("given", [True, False], ids=["a trace of the portal's", "a trace that begins at the gateway"])
def test_one_trace_leads_from_the_mutation_to_the_push(
    product: Stack, office: Office, department: Department, *, given: bool
) -> None:
    draft = office.draft(office.partner())
    url, token = office.entrance("officer")
    name, trace_id = f"request-{uuid4()}", uuid4().hex
    headers = {"authorization": f"Bearer {token}", "x-request-id": name}
    if given:
        headers |= {"traceparent": f"00-{trace_id}-{uuid4().hex[:16]}-01", "tracestate": "portal=1"}

    with over_websocket(*office.entrance("officer"), CHANGED, id=draft["id"]) as told:
        wanted = {"id": draft["id"], "title": {"az": office.named("Memorandum")}}
        answer = httpx.post(f"{url}/graphql", json={"query": RETITLE, "variables": {"input": wanted}}, headers=headers)
        assert answer.json()["data"]["done"]["__typename"] == "Agreement", answer.text
        assert told()["agreementChanged"]["version"] == draft["version"] + 1

    assert answer.headers["x-request-id"] == name
    if not given:
        said = product.process("gateway", "serve").log.read_text("utf-8").split("\n")
        trace_id = next(json.loads(line)["trace_id"] for line in said if name in line)

    at_gateway = lines(product, "gateway", "serve", trace_id)
    mutation = one(at_gateway, "operation.answered", door="http")
    assert (mutation["operation"], mutation["kind"], mutation["way"], mutation["status"], mutation["request_id"]) == (
        *("Retitle", "mutation", "executed", "ok", name),
    )
    at_owner = one(lines(product, "partners", "serve", trace_id), "request.answered")
    assert (at_owner["request_id"], at_owner["status"]) == (name, 200)
    [row] = asyncio.run(rows_of_the_outbox(product.parts.databases["partners"], trace_id))
    assert row.get("ce_tracestate") == ("portal=1" if given else None)

    def heard() -> Any:
        relayed = lines(product, "partners", "work", trace_id)
        consumed = lines(product, "gateway", "consume", trace_id)
        return relayed and consumed and (relayed, consumed)

    eventually(heard)
    [message] = [each for each in department.reads("partners.agreements.v1") if trace_id in str(each.headers)]
    assert message.headers["ce_traceparent"] == row["ce_traceparent"]
    push = one(lines(product, "gateway", "serve", trace_id), "operation.answered", door="push")
    assert (push["operation"], push["members"], push["status"]) == ("Watching", 1, "ok")
