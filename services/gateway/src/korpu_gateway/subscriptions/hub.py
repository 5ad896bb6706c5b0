"""The hub: each change is answered once for all who asked the same under the same permissions."""

import asyncio
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager

import asyncpg
import structlog
from prometheus_client import Gauge

from korpu_chassis.identity import Principal
from korpu_chassis.refusals import Refusal
from korpu_gateway.http.endpoint import Chosen, Endpoint
from korpu_gateway.reads.answering import dumped
from korpu_gateway.reads.reading import Reading
from korpu_gateway.subscriptions.live import Live, live, variables_for
from korpu_gateway.subscriptions.outbox import Subscription
from korpu_gateway.subscriptions.subscription import HAPPENED
from korpu_gateway.subscriptions.watch import Change, Watch

MOST_PENDING = 1_000
AT_ONCE = 4
log = structlog.get_logger()
SHARED = Gauge("korpu_subscription_groups", "Subscriptions that are answered apart")
MEMBERS = Gauge("korpu_subscriptions", "Subscriptions that are open")


class Group:
    """All who share one execution."""

    def __init__(self, live: Live, principal: Principal, language: str, hub: "Hub") -> None:
        self.live = live
        self.members: set[Subscription] = set()
        self._principal = principal
        self._language = language
        self._hub = hub
        self._pending: dict[Hashable, Change] = {}
        self._working: asyncio.Task[None] | None = None

    def hear(self, change: Change) -> None:
        """Answer this change for all members, when its turn comes."""
        if not self.live.interest.holds(change):
            return
        self._pending[self.live.interest.key(change)] = change
        if len(self._pending) > MOST_PENDING:
            self._pending.clear()
            self.resync("busy")
        elif self._working is None:
            self._working = asyncio.create_task(self._work())

    def resync(self, reason: str) -> None:
        """Tell all members that changes have passed unsaid."""
        for member in tuple(self.members):
            member.resync(reason)

    async def _work(self) -> None:
        try:
            while self._pending and self.members:
                change = self._pending.pop(next(iter(self._pending)))
                async with self._hub.turn:
                    body = await self._answer(change)
                if body and not body.startswith(self.live.silent[:-1]):
                    for member in tuple(self.members):
                        member.tell(body)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, Refusal) as reason:
            log.warning("subscription.unanswered", kind=type(reason).__name__)
            self.resync("unanswered")
        finally:
            self._working = None

    async def _answer(self, change: Change) -> bytes:
        chosen, answers = self.live.chosen, self._hub.endpoint.answers
        reading = self._reading()
        variables = variables_for(chosen, change)
        plan = answers.planned(chosen.text, chosen.operations, chosen.operation, variables, reading)
        if plan and (body := await answers.compiled(plan, variables, reading)) is not None:
            return body
        name, given = chosen.sent.operation_name, chosen.sent.variables
        result = await answers.executed(chosen.operations, name, given, reading, variables[HAPPENED])
        return dumped(result, reading)

    def _reading(self) -> Reading:
        return self._hub.endpoint.reading(self._principal, self._language, {})


class Hub:
    """All subscriptions of this process."""

    def __init__(self, endpoint: Endpoint, watch: Watch) -> None:
        self.endpoint = endpoint
        self.turn = asyncio.Semaphore(AT_ONCE)
        self._groups: dict[Hashable, Group] = {}
        watch.tell(self._hear, self._gap)

    def live(self, chosen: Chosen, principal: Principal, language: str) -> Live:
        """A subscription made ready for this caller."""
        return live(self.endpoint.schema, self.endpoint.answers, chosen, self.endpoint.reading(principal, language, {}))

    @contextmanager
    def joined(self, live: Live, subscription: Subscription, language: str) -> Iterator[None]:
        """Tell this subscription of all that concerns it, as long as the block lasts."""
        group = self._groups.setdefault(live.shared, Group(live, subscription.principal, language, self))
        group.members.add(subscription)
        self._count()
        try:
            yield
        finally:
            group.members.discard(subscription)
            if not group.members:
                self._groups.pop(live.shared, None)
            self._count()

    def _hear(self, change: Change) -> None:
        for group in tuple(self._groups.values()):
            group.hear(change)

    def _gap(self) -> None:
        for group in self._groups.values():
            group.resync("gap")

    def _count(self) -> None:
        SHARED.set(len(self._groups))
        MEMBERS.set(_members(self._groups.values()))


def _members(groups: Iterable[Group]) -> int:
    return sum(len(group.members) for group in groups)
