"""What is heard becomes documents and history: once, in order, and prepared for finding."""

from uuid import UUID

import asyncpg

from tests.gateway.conftest import Gateway
from tests.gateway.shelves import State


async def held(gateway: Gateway, state: State) -> tuple[int, str]:
    row = await gateway.pool.fetchrow(
        "SELECT version, doc->>'status' AS s FROM organisation WHERE id = $1", state["id"]
    )
    assert row is not None
    return row["version"], row["s"]


async def versions(gateway: Gateway, state: State) -> list[tuple[int, str, str | None]]:
    rows = await gateway.pool.fetch(
        "SELECT version, valid_from::date::text AS b, valid_to::date::text AS e FROM history WHERE id = $1 ORDER BY 1",
        state["id"],
    )
    return [(row["version"], row["b"], row["e"]) for row in rows]


async def test_the_last_version_is_the_document_and_all_are_history(gateway: Gateway) -> None:
    first = gateway.library.organisation(status="prospect")
    second = first | {"version": 2, "status": "active"}

    await gateway.hears("organisation", first, at="2026-01-01T00:00:00Z")
    await gateway.hears("organisation", second, at="2026-02-01T00:00:00Z")

    assert await held(gateway, first) == (2, "active")
    assert await versions(gateway, first) == [(1, "2026-01-01", "2026-02-01"), (2, "2026-02-01", None)]


async def test_a_message_heard_late_or_again_changes_nothing_that_is_newer(gateway: Gateway) -> None:
    first = gateway.library.organisation(status="prospect")
    second, third = first | {"version": 2, "status": "active"}, first | {"version": 3, "status": "archived"}

    await gateway.hears("organisation", third, at="2026-03-01T00:00:00Z")
    await gateway.hears("organisation", first, at="2026-01-01T00:00:00Z")
    await gateway.hears("organisation", second, at="2026-02-01T00:00:00Z")
    await gateway.hears("organisation", third, at="2026-03-01T00:00:00Z")

    assert await held(gateway, first) == (3, "archived")
    assert await versions(gateway, first) == [
        (1, "2026-01-01", "2026-02-01"),
        (2, "2026-02-01", "2026-03-01"),
        (3, "2026-03-01", None),
    ]


async def test_several_versions_in_one_batch_end_in_the_last(gateway: Gateway) -> None:
    first = gateway.library.organisation(status="prospect")
    second = first | {"version": 2, "status": "active"}

    await gateway.hears("organisation", second, first, at="2026-01-01T00:00:00Z")

    assert await held(gateway, first) == (2, "active")
    assert [version for version, _, _ in await versions(gateway, first)] == [1, 2]


async def test_an_owner_that_was_restored_is_believed_and_what_it_lost_stays_history(gateway: Gateway) -> None:
    first = gateway.library.organisation(status="prospect")
    lost = first | {"version": 3, "status": "archived"}
    restored = first | {"version": 2, "status": "active"}

    await gateway.hears("organisation", first, at="2026-01-01T00:00:00Z")
    await gateway.hears("organisation", lost, at="2026-02-01T00:00:00Z")
    await gateway.hears("organisation", restored, at="2026-03-01T00:00:00Z", epoch=1)
    await gateway.hears("organisation", lost | {"version": 4}, at="2026-02-02T00:00:00Z")

    assert await held(gateway, first) == (2, "active")
    assert sorted(await versions(gateway, first), key=lambda row: row[1]) == [
        (1, "2026-01-01", "2026-02-01"),
        (3, "2026-02-01", "2026-02-02"),
        (4, "2026-02-02", "2026-03-01"),
        (2, "2026-03-01", None),
    ]


async def test_the_same_version_of_a_later_epoch_says_anew_what_its_texts_want(gateway: Gateway) -> None:
    first = gateway.library.agreement(gateway.library.organisation())
    whole = {each: {"text": "Memorandum", "revision": 1} for each in ("az", "en", "ru", "de", "fr")}
    wanting = "SELECT count(*) FROM gap WHERE id = $1 AND field = 'title'"

    await gateway.hears("agreement", first, at="2026-01-01T00:00:00Z")
    before = await gateway.pool.fetchval(wanting, UUID(first["id"]))
    translated = first | {"title": first["title"] | {"texts": whole, "revision": 1}}
    await gateway.hears("agreement", translated, at="2026-03-01T00:00:00Z", epoch=1)

    assert before > 0
    assert await gateway.pool.fetchval(wanting, UUID(first["id"])) == 0


async def test_who_waits_is_told_when_the_document_can_be_read(gateway: Gateway) -> None:
    told: list[str] = []
    listener = await asyncpg.connect(gateway.database.dsn)
    await listener.add_listener("documents", lambda *said: told.append(said[3]))
    state = gateway.library.organisation()

    await gateway.hears("organisation", state)
    await listener.fetchval("SELECT 1")
    await gateway.hears("organisation", state)
    await listener.fetchval("SELECT 1")
    await listener.close()

    assert told == [f"organisation:{state['id']}:0:1"]


async def test_yesterdays_list_is_asked_as_of_yesterday(gateway: Gateway) -> None:
    first = gateway.library.organisation(status="active", country="DE")
    await gateway.hears("organisation", first, at="2026-01-01T00:00:00Z")
    await gateway.hears("organisation", first | {"version": 2, "country": "TR"}, at="2026-02-01T00:00:00Z")
    counted = (
        "query ($then: DateTime, $land: [String!]) {organisations(asOf: $then, filter: {country: $land}) {totalCount}}"
    )

    async def count(then: str | None, land: str) -> int:
        found: int = (await gateway.asks(counted, then=then, land=[land]))["organisations"]["totalCount"]
        return found

    assert await count("2025-12-31T00:00:00Z", "DE") == 0
    assert await count("2026-01-15T00:00:00Z", "DE") == 1
    assert await count("2026-02-01T00:00:00Z", "DE") == 0
    assert await count(None, "TR") == 1
