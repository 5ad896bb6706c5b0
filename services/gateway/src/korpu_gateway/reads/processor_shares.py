"""How much of one processor the work of one caller, and of all callers, may take while others are answered."""

import time
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

from korpu_chassis.identity.caller_limits import Caller

ABOUT: Final = 2.0
"""Seconds for which somebody who was answered counts as being about."""
MOST_ACCOUNTS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Share:
    """Of one processor in the long run, and the seconds that may be spent at once after a calm time."""

    of_each_second: float
    burst: float


ALONE = Share(0.5, 0.3)
"""While nobody else is answered; the database and the health check keep the rest. Burst: the schema, told to a tool."""
TOGETHER = {False: Share(0.15, 0.3), True: Share(0.15, 0.005)}
"""All who are signed in, and all strangers, while known operations are answered."""
OF_ONE = {False: Share(0.10, 0.2), True: Share(0.02, 0.03)}
"""One caller who is signed in, and one stranger, while others are answered: one page that is new, and then patience."""


class Account:
    """Processor seconds that are earned by waiting."""

    def __init__(self) -> None:
        self._credit = 0.0
        self._counted = float("-inf")

    def spend(self, seconds: float) -> None:
        """Pay for work that was done."""
        self._credit -= seconds

    def owes(self, share: Share) -> float:
        """Seconds until what was spent has been earned; 0 when nothing is owed."""
        now = time.monotonic()
        self._credit = min(share.burst, self._credit + (now - self._counted) * share.of_each_second)
        self._counted = now
        return max(0.0, -self._credit / share.of_each_second)


class ProcessorShares:
    """Who has spent how much, and who else was answered lately."""

    def __init__(self) -> None:
        self._together = {True: Account(), False: Account()}
        self._each: OrderedDict[Hashable, Account] = OrderedDict()
        self._last: tuple[Hashable, float] = (None, float("-inf"))
        self._another: tuple[Hashable, float] = self._last
        """The last who was answered and is not the very last."""

    def served(self, caller: Caller) -> None:
        """Somebody was answered whose operation is known."""
        if caller.key != self._last[0]:
            self._another = self._last
        self._last = (caller.key, time.monotonic())

    def spend(self, caller: Caller, seconds: float) -> None:
        """Pay for a slice of somebody's work."""
        self._together[caller.stranger].spend(seconds)
        self._account(caller.key).spend(seconds)

    def pause(self, caller: Caller) -> float:
        """Seconds for which such work has to rest now, so that all of it keeps to its share."""
        about = max(self._last[1], self._another[1]) > time.monotonic() - ABOUT
        return self._together[caller.stranger].owes(TOGETHER[caller.stranger] if about else ALONE)

    def owed(self, caller: Caller) -> float:
        """Seconds until this caller has paid for what came before; 0 while nobody else is about."""
        seen = self._another if caller.key == self._last[0] else self._last
        return self._account(caller.key).owes(OF_ONE[caller.stranger] if seen[1] > time.monotonic() - ABOUT else ALONE)

    def _account(self, key: Hashable) -> Account:
        account = self._each.pop(key, None) or Account()
        self._each[key] = account
        if len(self._each) > MOST_ACCOUNTS:
            self._each.popitem(last=False)
        return account
