"""Readers are compared with owners: what the portal or another service lost is named, and a command brings it back."""

import asyncio
import subprocess
import sys
from functools import partial
from typing import Any

import asyncpg
import pytest

from korpu_local.programs import inherited
from korpu_local.stack import OWNERS, Stack
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]

AGREEMENTS = "partners.agreements.v1"
READERS = (*OWNERS, "gateway")


def tool(product: Stack, service: str, *words: str) -> list[str]:
    """What a command of a service says."""
    environment = {**inherited(), **product.environment(service, "work")}
    command = [sys.executable, "-m", f"korpu_{service}", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0 or words[0] == "reconciliation", done.stderr
    return done.stdout.splitlines()


def rows(product: Stack, service: str, query: str, *given: Any) -> list[Any]:
    """What the database of a service answers."""

    async def fetched() -> list[Any]:
        connection = await asyncpg.connect(product.parts.databases[service])
        try:
            return list(await connection.fetch(query, *given))
        finally:
            await connection.close()

    return asyncio.run(fetched())


def compared(product: Stack, *owners: str) -> dict[tuple[str, str, str], str]:
    """Let these owners take an inventory, wait until every reader has compared itself, and tell what differs where."""
    begun = rows(product, "gateway", "SELECT now() AS now")[0]["now"]
    for owner in owners:
        tool(product, owner, "inventory")
    late = """
        SELECT topic FROM reconciliation WHERE split_part(topic, '.', 1) = ANY($1) AND (reconciled_at <= $2 OR
            EXISTS (SELECT FROM inventory_page AS page WHERE page.topic = reconciliation.topic))
    """
    for reader in READERS:
        eventually(partial(rows, product, reader, late, owners, begun), lambda left: not left, 60)
    different = "SELECT topic, key, what FROM reconciliation_difference"
    return {
        (reader, row["topic"], row["key"]): row["what"]
        for reader in READERS
        for row in rows(product, reader, different)
    }


def shown(office: Office, agreement: Thing) -> Any:
    query = "query($id: ID!) { agreement(id: $id) { version status } }"
    return office.officer.asks(query, id=agreement["id"])["agreement"]


def uuid_of(product: Stack, agreement: Thing) -> str:
    found = rows(product, "gateway", "SELECT id FROM agreement WHERE code = $1", agreement["code"])
    return str(found[0]["id"])


def test_all_that_the_office_does_is_the_same_everywhere(product: Stack, office: Office) -> None:
    agreement = office.signed(office.partner())
    office.nominated(agreement)
    office.planned(office.visit())
    office.letter(office.partner())

    assert compared(product, *OWNERS) == {}


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        ("DELETE FROM agreement WHERE id = $1", "missing"),
        ("UPDATE agreement SET version = version - 1 WHERE id = $1", "older"),
        ("UPDATE agreement SET doc = jsonb_set(doc, '{unit}', '\"nowhere\"') WHERE id = $1", "altered"),
    ],
    ids=["missing", "older", "altered"],
)
def test_what_the_portal_shows_wrongly_is_named_and_said_again(
    product: Stack, office: Office, harm: str, named: str
) -> None:
    agreement = office.signed(office.partner())
    id = uuid_of(product, agreement)
    before = shown(office, agreement), rows(product, "gateway", "SELECT doc FROM agreement WHERE id = $1", id)
    rows(product, "gateway", harm, id)

    assert compared(product, "partners") == {("gateway", AGREEMENTS, id): named}

    tool(product, "partners", "republish", "--topic", AGREEMENTS, "--id", id)
    asked = "SELECT doc FROM agreement WHERE id = $1"
    eventually(lambda: (shown(office, agreement), rows(product, "gateway", asked, id)), lambda now: now == before)
    assert compared(product, "partners") == {}


def test_what_another_service_lost_is_named_and_said_again(product: Stack, office: Office) -> None:
    agreement = office.signed(office.partner())
    id = uuid_of(product, agreement)
    for service, table in (("mobility", "known_agreement"), ("events", "heard_agreement")):
        rows(product, service, f"DELETE FROM {table} WHERE id = $1", id)  # noqa: S608 -- names of this test

    assert compared(product, "partners") == {
        ("mobility", AGREEMENTS, id): "missing",
        ("events", AGREEMENTS, id): "missing",
    }

    assert [line.split("\t")[:3] for line in tool(product, "mobility", "reconciliation", "--topic", AGREEMENTS)][
        1:
    ] == [[AGREEMENTS, id, "missing"]]

    tool(product, "partners", "republish", "--id", id)
    eventually(lambda: rows(product, "mobility", "SELECT 1 FROM known_agreement WHERE id = $1", id))
    assert compared(product, "partners") == {}
