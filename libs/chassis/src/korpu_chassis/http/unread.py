"""Who does not read: what is kept for strangers of whom that is so is bounded in connections and in bytes."""

from collections.abc import Callable, Container, Hashable

from korpu_chassis.identity.caller_limits import Waiting, network


def counted_address(client: tuple[str, int] | None, proxies: Container[str | None]) -> str | None:
    """The address that limits count of this peer; None of one who speaks for others."""
    peer = client[0] if client else None
    return None if peer is None or peer in proxies else network(peer)


class Unread:
    """What one connection keeps until its peer reads on; too much of all strangers together, and the eldest go."""

    def __init__(self, strangers: Waiting, who: Hashable, leave: Callable[[], None]) -> None:
        self._strangers = strangers
        self._who: Hashable = who
        self._leave: Callable[[], None] | None = leave
        self._kept = 0
        self._counted = False
        self.address: str | None = None
        """Of the peer, unless it speaks for others."""

    def keeps(self, size: int) -> None:
        """So many bytes are kept from now on, or none."""
        if self._leave is None:
            return
        if size and not self._counted:
            self._counted = True
            self._strangers.enter(self._who, self.address, self._go)
        elif not size and self._counted:
            self._counted = False
            self._strangers.gone(self._who)
        size = size if self._counted else 0
        more, self._kept = size - self._kept, size
        if more:
            self._strangers.hold(more)

    def over(self) -> None:
        """Keep nothing any more and forget the connection, which is freed at once if nobody knows it."""
        self.keeps(0)
        self._who = self._leave = None

    def _go(self) -> None:
        self._counted = False
        if self._leave is not None:
            self._leave()
        self.keeps(0)
