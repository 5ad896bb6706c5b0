"""What should never have gone out is gone from the topic, and every reader has the whole story without it."""

from uuid import UUID

import pytest

from korpu_chassis.messaging.envelope import read
from korpu_chassis.messaging.outbox import post
from korpu_chassis.recovery.redaction import MASK, StillSaid, redact
from tests.chassis.test_relay import sent
from tests.chassis.test_republishing import asked, done, lose_the_topic
from tests.chassis.wire import Wire, said, things

LEAK = "Leyla, +994 50 123 45 67"


async def say(wire: Wire, thing: UUID, version: int, text: str) -> None:
    async with wire.database.transaction() as session:
        await post(session, said(thing, version, text))


async def test_a_topic_that_is_made_anew_tells_the_same_story_without_the_words(wire: Wire) -> None:
    leaking, other = things(2)
    async with wire.relaying():
        await say(wire, leaking, 1, f"Qonaq: {LEAK}")
        await say(wire, other, 1, "Dəvət")
        await say(wire, leaking, 2, f"{LEAK} gəlir")
        await say(wire, leaking, 3, "Qonaq gəlir")
        await sent(wire)
    assert LEAK in str([read(each).state for each in await wire.topic()])
    before = {each.headers["ce_id"] for each in await wire.topic()}

    async with wire.database.transaction() as session:
        redacted = await redact(session, leaking, [LEAK])
    await lose_the_topic(wire)
    async with wire.relaying(), wire.hearing():
        assert await done(wire, await asked(wire)) == 4
        await wire.heard(4)

    again = await wire.topic()
    assert (redacted.messages, redacted.changed) == (3, 2)
    assert b"Leyla" not in b"".join(each.body or b"" for each in again)
    assert [read(each).state["text"] for each in again if read(each).subject == leaking] == [
        f"Qonaq: {MASK}", f"{MASK} gəlir", "Qonaq gəlir",
    ]  # fmt: skip
    assert {each.headers["ce_id"] for each in again} == before
    assert await wire.effects() == {leaking: [1, 2, 3], other: [1]}


async def test_what_its_owner_has_not_corrected_is_not_redacted(wire: Wire) -> None:
    (thing,) = things(1)
    await say(wire, thing, 1, LEAK)

    with pytest.raises(StillSaid):
        async with wire.database.transaction() as session:
            await redact(session, thing, [LEAK])
