"""What an answer costs the system: one call for its head and body, and nothing lost when the line is closed."""

import asyncio

from korpu_gateway.http.coalescing import CoalescingTransport


class Line(asyncio.Transport):
    """A line that remembers what was handed to it."""

    def __init__(self) -> None:
        super().__init__(extra={"peername": ("127.0.0.1", 1)})
        self.calls: list[bytes | str] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Remember a call that writes."""
        self.calls.append(bytes(data))

    def close(self) -> None:
        """Remember that it was closed."""
        self.calls.append("closed")


async def test_what_is_written_in_one_turn_goes_out_by_one_call_and_in_order() -> None:
    line = Line()
    joined = CoalescingTransport(line, asyncio.get_running_loop())

    joined.write(b"head ")
    joined.write(b"body")
    held = list(line.calls)
    await asyncio.sleep(0)
    joined.write(b"more")
    await asyncio.sleep(0)

    assert held == []
    assert line.calls == [b"head body", b"more"]


async def test_a_closing_line_sends_what_it_holds_first_and_once() -> None:
    line = Line()
    joined = CoalescingTransport(line, asyncio.get_running_loop())

    joined.write(b"last words")
    joined.close()
    await asyncio.sleep(0)

    assert line.calls == [b"last words", "closed"]


async def test_in_all_else_it_is_the_line_itself() -> None:
    line = Line()
    joined = CoalescingTransport(line, asyncio.get_running_loop())

    joined.write(b"before")

    assert joined.get_extra_info("peername") == ("127.0.0.1", 1)
    assert joined.alone() is line
    assert line.calls == [b"before"]
