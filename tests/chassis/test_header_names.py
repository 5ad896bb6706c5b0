"""Kafka carries header names in any bytes; none of them ends a reader."""

from typing import Any

from korpu_chassis.messaging.kafka import Letter
from tests.chassis.raw_names import send_raw
from tests.chassis.wire import GROUP, Wire, letter, said, things, until

LATIN = b"\xfcberschrift".decode(errors="surrogateescape")


def with_name(sent: Letter, name: str) -> Letter:
    return sent._replace(headers=[*sent.headers, (name, b"x")])


async def rows(wire: Wire) -> list[Any]:
    return await wire.rows('SELECT key, reason, error FROM parked ORDER BY "offset"')


async def test_what_bears_a_name_that_is_no_text_waits_by_its_key_and_all_others_pass(wire: Wire) -> None:
    good, bad = things(2)
    sent = [letter(said(good, 1)), with_name(letter(said(bad, 1)), LATIN), letter(said(good, 2)), letter(said(bad, 2))]

    await send_raw(wire.kafka, [*sent, with_name(letter(said(good, 3)), "başlıq")])
    async with wire.hearing():
        await wire.heard(3)
        await wire.reached(5)
    async with wire.hearing():
        await send_raw(wire.kafka, [letter(said(good, 4))])
        await wire.heard(4)

    assert await wire.effects() == {good: [1, 2, 3, 4]}
    assert [tuple(row) for row in await rows(wire)] == [
        (str(bad), "unreadable", "the name of a header is not UTF-8"),
        (str(bad), "behind", "an earlier message of its key waits"),
    ]
    assert not any(wire.troubles)

    async def buried() -> bool:
        return len(await wire.topic(f"{GROUP}.dead")) == 1

    await until(buried)
    [copy] = await wire.topic(f"{GROUP}.dead")
    assert "\\xfcberschrift" in copy.headers


async def test_a_name_that_is_no_text_is_kept_as_it_came(wire: Wire) -> None:
    [bad] = things(1)
    await send_raw(wire.kafka, [with_name(letter(said(bad, 1)), LATIN)])

    async with wire.hearing():
        await wire.reached(1)

    [record] = await wire.topic()
    assert LATIN in record.headers
    [row] = await wire.rows("SELECT headers FROM parked")
    assert len(row.headers) == len(record.headers)
