"""Who acts in whose place for some days, and bears a role on them besides those of the token.

What cannot be looked up lends nobody anything: whoever asks meanwhile is who the token says.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

import structlog

from korpu_chassis import clock
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import Refusal

LIFETIME: Final = 2.0
"""After so many seconds what was read is read anew."""
GRACE: Final = 2.5
"""After so many lifetimes without a reading that succeeded, nobody is lent anything."""
PATIENCE: Final = 0.5
"""Nobody waits longer for a reading, in seconds."""

log = structlog.get_logger("identity")


@dataclass(frozen=True, slots=True)
class Substitution:
    """Somebody acts in another's place, from the first day to the last."""

    absent: str
    substitute: str
    first_day: date
    last_day: date

    def holds_for(self, subject: str, today: date) -> bool:
        """Whether this subject acts so on that day of the office."""
        return self.substitute == subject and self.first_day <= today <= self.last_day


Known = Callable[[], Awaitable[Sequence[Substitution]]]


@dataclass
class Substitutes:
    """Those who act in another's place, as they were read a moment ago.

    Only bearers of the role `needs` may be lent the role `lends`. What was read is read again when it is older than
    `lifetime`: whoever of them asks first waits for that, the others only where it is too old to be believed.
    """

    known: Known
    needs: str
    lends: str
    lifetime: float = LIFETIME
    _held: Sequence[Substitution] = ()
    _read_at: float = field(default=float("-inf"))
    _tried_at: float = field(default=float("-inf"))
    _reading: asyncio.Task[None] | None = None

    async def identified(self, principal: Principal) -> Principal:
        """The caller, with the role that is lent while they act in somebody's place."""
        if self.needs not in principal.roles or self.lends in principal.roles:
            return principal
        came = time.monotonic()
        if came - self._read_at >= self.lifetime:
            await self._renew(came)
        if not self._held or self._is_old(came):
            return principal
        today = clock.today()
        found = next((each for each in self._held if each.holds_for(principal.subject, today)), None)
        return principal.in_place(found.absent, self.lends) if found else principal

    def _is_old(self, came: float) -> bool:
        return came - self._read_at > self.lifetime * GRACE

    async def _renew(self, came: float) -> None:
        begins = (self._reading is None or self._reading.done()) and came - self._tried_at >= self.lifetime
        if begins:
            self._tried_at = came
            self._reading = asyncio.create_task(self._read())
        if self._reading and not self._reading.done() and (begins or self._is_old(came)):
            await asyncio.shield(self._reading)

    async def _read(self) -> None:
        begun = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                held = tuple(await self.known())
        except (Refusal, TimeoutError, OSError) as reason:
            log.warning("identity.substitutes_unknown", away="database", kind=type(reason).__name__)
        else:
            self._held, self._read_at = held, begun


class Identifies(Protocol):
    """Says who calls, from the `Authorization` header."""

    async def principal(self, authorization: str | None) -> Principal:
        """The caller; nobody when there is no header, and a refusal when its token is not good."""


@dataclass(frozen=True)
class Identification:
    """Says who calls: by the token, and by whose place they act in today."""

    verifier: Identifies
    substitutes: Substitutes | None

    async def principal(self, authorization: str | None) -> Principal:
        """The caller, with the role that is lent while they act in somebody's place."""
        principal = await self.verifier.principal(authorization)
        return await self.substitutes.identified(principal) if self.substitutes else principal


async def until_otherwise(identifies: Identifies, authorization: str | None, principal: Principal) -> None:
    """Wait until whoever acts in another's place does so no longer, or their token is no longer good (a refusal)."""
    while True:
        await asyncio.sleep(LIFETIME)
        if await identifies.principal(authorization) != principal:
            return
