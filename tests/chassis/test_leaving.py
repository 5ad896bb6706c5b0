"""Who leaves while they wait for a place gives it back at once; what they have begun is finished."""

import asyncio
from typing import Any

from korpu_chassis.database.bulkhead import Bulkhead
from tests.chassis.lines import line
from tests.chassis.wire import until
from tests.gateway.campus import serving

ASK = b"GET / HTTP/1.1\r\nhost: bakery\r\n\r\n"
SOON = 10.0


class Baker:
    """An application with one place; it notes what it has begun and finished."""

    def __init__(self) -> None:
        self.places = Bulkhead(1, 600)
        self.begun = self.finished = 0
        self.go_on = asyncio.Event()

    async def __call__(self, _scope: Any, _receive: Any, send: Any) -> None:
        async with self.places.place():
            self.begun += 1
            await self.go_on.wait()
            self.finished += 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"bread"})

    @property
    def waiting(self) -> int:
        return len(self.places._waiting)  # noqa: SLF001


async def test_who_leaves_waits_no_more_and_who_was_at_work_is_served_to_the_end() -> None:
    baker = Baker()

    async def one_works_and_so_many_wait(count: int) -> bool:
        return (baker.begun, baker.waiting) == (1, count)

    async def all_is_done() -> bool:
        return (baker.begun, baker.finished) == (2, 2)

    async with serving(baker) as address, line(port := int(address.rpartition(":")[2])) as patient:
        async with line(port) as first:
            await first.says(ASK)
            await until(lambda: one_works_and_so_many_wait(0), SOON)
            async with line(port) as second:
                await second.says(ASK)
                await until(lambda: one_works_and_so_many_wait(1), SOON)
                await patient.says(ASK)
                await until(lambda: one_works_and_so_many_wait(2), SOON)

            await until(lambda: one_works_and_so_many_wait(1), SOON)
        baker.go_on.set()

        await until(all_is_done, SOON)
        assert b"200" in await patient.reader.readline()
