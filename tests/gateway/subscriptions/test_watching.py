"""What those who watch are told, when, and by whom it is not told."""

import asyncio

from tests.gateway.campus import Campus
from tests.gateway.mutations.test_mutations import delegation, organisation, registered
from tests.gateway.watching import events, watcher

ONE = "subscription ($id: ID) { organisationChanged(id: $id) { id version name city } }"
CHANGES = """subscription ($kinds: [ThingKind!], $ids: [ID!]) {
    changes(kinds: $kinds, ids: $ids) { fact version at node { id code ... on Organisation { status } } } }"""


async def test_a_change_is_told_to_whoever_watches_the_thing(campus: Campus) -> None:
    known = await registered(campus)
    async with watcher(campus.address, campus.token("officer")) as watching:
        id = await watching.watches(ONE, id=known["id"])

        await campus.does("officer", "CorrectOrganisation", id=known["id"], city="Konstanz")

        told = (await watching.is_told(id))["data"]["organisationChanged"]
    assert (told["id"], told["version"], told["city"]) == (known["id"], 2, "Konstanz")


async def test_a_change_of_another_thing_is_not_told(campus: Campus) -> None:
    watched, other = await registered(campus), await registered(campus)
    async with watcher(campus.address, campus.token("officer")) as watching:
        id = await watching.watches(ONE, id=watched["id"])

        await campus.does("officer", "ConfirmOrganisation", id=other["id"])
        await campus.does("officer", "ConfirmOrganisation", id=watched["id"])

        assert (await watching.is_told(id))["data"]["organisationChanged"]["id"] == watched["id"]


async def test_what_a_caller_may_not_read_is_not_told_to_that_caller(campus: Campus) -> None:
    async with (
        watcher(campus.address) as public,
        watcher(campus.address, campus.token("officer")) as office,
    ):
        await public.watches(ONE)
        id = await office.watches(ONE)

        prospect = await registered(campus)

        assert (await office.is_told(id))["data"]["organisationChanged"]["id"] == prospect["id"]
        assert await public.hears_nothing()


async def test_the_facts_of_all_changes_are_told_in_order(campus: Campus) -> None:
    known = await registered(campus)
    async with watcher(campus.address, campus.token("officer")) as watching:
        id = await watching.watches(CHANGES, ids=[known["id"]], kinds=["ORGANISATION"])

        await campus.does("officer", "ConfirmOrganisation", id=known["id"])
        await campus.does("officer", "AddContact", id=known["id"], role="PROTOCOL", mailbox="io@example.org")
        await campus.does("officer", "ActivateOrganisation", id=known["id"])

        told = [(await watching.is_told(id))["data"]["changes"] for _ in range(3)]
    assert [(each["fact"], each["version"]) for each in told] == [
        ("organisation.confirmed", 2),
        ("organisation.contacts_changed", 3),
        ("organisation.activated", 4),
    ]
    assert told[2]["node"] == {"id": known["id"], "code": told[0]["node"]["code"], "status": "ACTIVE"}


async def test_the_facts_of_changes_are_for_the_office_alone(campus: Campus) -> None:
    async with watcher(campus.address, campus.token("student")) as watching:
        await watching.says(id="1", type="subscribe", payload={"query": CHANGES})

        told = await watching.hears()
    assert (told["type"], told["payload"][0]["extensions"]["code"]) == ("error", "forbidden")


async def test_each_reads_texts_in_the_own_language(campus: Campus) -> None:
    text = "subscription { visitChanged { title { text } } }"
    partner = await registered(campus)
    async with watcher(campus.address, begin=False) as first, watcher(campus.address, begin=False) as second:
        await first.begins(authorization=f"Bearer {campus.token('officer')}", **{"Accept-Language": "az"})
        await second.begins(authorization=f"Bearer {campus.token('officer')}", **{"Accept-Language": "en"})
        ids = [await first.watches(text), await second.watches(text)]

        await campus.does("officer", "RequestVisit", **delegation(partner["id"], title={"az": "Səfər", "en": "Visit"}))

        told = [await first.is_told(ids[0]), await second.is_told(ids[1])]
    assert [each["data"]["visitChanged"]["title"]["text"] for each in told] == ["Səfər", "Visit"]


async def test_a_stream_of_events_tells_the_same(campus: Campus) -> None:
    known = await registered(campus)
    async with events(campus.client, campus.headers("officer"), ONE, id=known["id"]) as stream:
        assert stream.response.headers["content-type"].startswith("text/event-stream")
        await asyncio.sleep(0.2)

        await campus.does("officer", "CorrectOrganisation", id=known["id"], city="Konstanz")

        name, told = await stream.next()
    assert (name, told["data"]["organisationChanged"]["city"]) == ("next", "Konstanz")


async def test_a_query_over_a_websocket_is_answered_once_and_completed(campus: Campus) -> None:
    known = await registered(campus)
    text = "query ($id: ID!) { organisation(id: $id) { id } }"
    async with watcher(campus.address, campus.token("officer")) as watching:
        await watching.says(id="q", type="subscribe", payload={"query": text, "variables": {"id": known["id"]}})

        assert await watching.is_told("q") == {"data": {"organisation": {"id": known["id"]}}}
        assert await watching.hears() == {"id": "q", "type": "complete"}


async def test_a_mutation_over_a_stream_of_events_is_answered_and_completed(campus: Campus) -> None:
    text = """mutation ($given: RegisterOrganisationInput!) {
        registerOrganisation(input: $given) { __typename } }"""
    async with events(campus.client, campus.headers("officer"), text, given=organisation("Streamed")) as stream:
        assert await stream.next() == ("next", {"data": {"registerOrganisation": {"__typename": "Organisation"}}})
        assert await stream.next() == ("complete", None)


async def test_after_a_completed_subscription_nothing_more_is_told(campus: Campus) -> None:
    known = await registered(campus)
    async with watcher(campus.address, campus.token("officer")) as watching:
        id = await watching.watches(ONE, id=known["id"])
        await watching.says(id=id, type="complete")

        await campus.does("officer", "ConfirmOrganisation", id=known["id"])

        assert await watching.hears_nothing()


TASKS = "subscription { tasksChanged { thingId waits thing { code } } }"


async def test_whoever_has_a_task_is_told_when_it_begins_and_when_it_ends(campus: Campus) -> None:
    partner = await registered(campus)
    visit = await campus.does("officer", "RequestVisit", **delegation(partner["id"]))
    async with (
        watcher(campus.address, campus.token("head")) as head,
        watcher(campus.address, campus.token("legal")) as legal,
    ):
        await legal.watches(TASKS)
        id = await head.watches(TASKS)

        await campus.does("officer", "BeginScreening", id=visit["id"])
        begun = (await head.is_told(id))["data"]["tasksChanged"]
        await campus.does("head", "CancelVisit", id=visit["id"], reason="Later")
        ended = (await head.is_told(id))["data"]["tasksChanged"]

        assert (begun["thingId"], begun["waits"]) == (visit["id"], True)
        assert (ended["thingId"], ended["waits"]) == (visit["id"], False)
        assert await legal.hears_nothing()


async def test_nobody_watches_tasks_who_has_not_signed_in(campus: Campus) -> None:
    async with watcher(campus.address) as watching:
        await watching.says(id="1", type="subscribe", payload={"query": TASKS})

        told = await watching.hears()
    assert (told["type"], told["payload"][0]["extensions"]["code"]) == ("error", "unauthenticated")
