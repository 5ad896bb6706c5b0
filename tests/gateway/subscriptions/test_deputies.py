"""Who watches as a deputy watches no longer than they act in the head's place."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

from korpu_chassis import clock
from korpu_chassis.identity.substitution import LIFETIME
from tests.gateway.campus import Campus
from tests.gateway.watching import events, watcher

WATCHED = "subscription { tasksChanged { waits } }"
ME = "{ viewer { deputyFor } }"


async def begun(campus: Campus) -> tuple[dict[str, Any], str]:
    """A deputyship that is in force and that the gateway knows of; and the deputy."""
    mark = uuid4().hex[:8]
    given = {"deputy": f"deputy-{mark}", "firstDay": f"{clock.today()}", "lastDay": f"{clock.today() + timedelta(5)}"}
    named = await campus.does("head", "NameDeputy", as_subject=f"head-{mark}", **given)
    who: dict[str, Any] = {"subject": f"deputy-{mark}"}
    for _ in range(40):
        told = await campus.posts("officer", ME, **who)
        if told["data"]["viewer"]["deputyFor"] == f"head-{mark}":
            return named, f"deputy-{mark}"
        await asyncio.sleep(LIFETIME / 4)
    raise AssertionError("the gateway does not know of the deputyship")


async def test_a_websocket_ends_with_the_deputyship(campus: Campus) -> None:
    named, deputy = await begun(campus)

    async with watcher(campus.address, campus.token("officer", subject=deputy)) as watching:
        await watching.watches(WATCHED)
        await campus.does("head", "EndDeputyship", id=named["id"])

        assert await watching.ends() == (4403, "Forbidden: you no longer act in another's place; come in anew")


async def test_a_stream_of_events_ends_with_the_deputyship(campus: Campus) -> None:
    named, deputy = await begun(campus)

    async with events(campus.client, campus.headers("officer", subject=deputy), WATCHED) as stream:
        await campus.does("head", "EndDeputyship", id=named["id"])
        name, told = await stream.next()

    assert name == "next"
    assert told["errors"][0]["extensions"]["code"] == "unauthenticated"
