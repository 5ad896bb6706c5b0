"""The hub: each change is answered once for all who asked the same under the same permissions."""

import asyncio
from collections.abc import Hashable, Iterator
from contextlib import contextmanager

import structlog
from prometheus_client import Gauge

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import Refusal
from korpu_gateway.http.endpoint import Chosen, Endpoint
from korpu_gateway.http.observation import observed
from korpu_gateway.subscriptions.directory import Directory
from korpu_gateway.subscriptions.group import Group
from korpu_gateway.subscriptions.held import MOST_OF_OTHERS, MOST_OF_SIGNED_IN, Held
from korpu_gateway.subscriptions.live import Live, live
from korpu_gateway.subscriptions.send_queue import Subscription
from korpu_gateway.subscriptions.watch import Change, Watch

AT_ONCE = 4
MOST_AT_ONCE = 200
MASKED = b'{"errors":[{"message":"Something went wrong on our side","extensions":{"code":"internal-error"}}]}'
log = structlog.get_logger()
SHARED = Gauge("korpu_subscription_groups", "Subscriptions that are answered apart")
MEMBERS = Gauge("korpu_subscriptions", "Subscriptions that are open")


class Hub:
    """All subscriptions of this process."""

    def __init__(self, endpoint: Endpoint, watch: Watch) -> None:
        self.endpoint = endpoint
        self._turn = asyncio.Semaphore(AT_ONCE)
        self._groups: dict[Hashable, Group] = {}
        self._directory = Directory()
        self._heard: list[Change] = []
        self._held = {True: Held(MOST_OF_SIGNED_IN), False: Held(MOST_OF_OTHERS)}
        watch.tell(self._hear, self._gap)

    async def live(self, chosen: Chosen, principal: Principal, language: str) -> Live:
        """A subscription made ready for this caller."""
        return await live(
            self.endpoint.schema, self.endpoint.answers, chosen, self.endpoint.reading(principal, language, {})
        )

    async def once(self, chosen: Chosen, principal: Principal, language: str) -> bytes:
        """The one response to a query or a mutation; what nobody foresaw is masked."""
        try:
            return await self.endpoint.answered(chosen, self.endpoint.reading(principal, language, {}))
        except Refusal:
            raise
        except Exception:
            log.exception("operation.failed")
            observed().status = "failed"
            return MASKED

    @contextmanager
    def joined(self, live: Live, subscription: Subscription, language: str) -> Iterator[None]:
        """Tell this subscription of all that concerns it, as long as the block lasts."""
        group = self._groups.get(live.shared) or self._group(live, subscription.principal, language)
        group.members.add(subscription)
        MEMBERS.inc()
        try:
            yield
        finally:
            group.members.discard(subscription)
            if not group.members:
                del self._groups[live.shared]
                self._directory.remove(group)
                self._held[group.signed_in].release(live.chosen.text, live.variables)
                SHARED.set(len(self._groups))
            MEMBERS.dec()

    def _group(self, live: Live, principal: Principal, language: str) -> Group:
        group = Group(live, principal, language, self.endpoint, self._turn)
        self._held[group.signed_in].hold(live.chosen.text, live.variables)
        self._groups[live.shared] = group
        self._directory.add(group)
        SHARED.set(len(self._groups))
        return group

    def _hear(self, change: Change) -> None:
        """Keep what comes in one go together: a rebuilt read model tells of hundreds at once."""
        if not self._heard:
            asyncio.get_running_loop().call_soon(self._pass_on)
        self._heard.append(change)

    def _pass_on(self) -> None:
        heard, self._heard = self._heard, []
        for change in heard:
            for group in self._directory.of_thing(change):
                group.hear(change)
        if len(heard) > MOST_AT_ONCE:
            for kind in {each.kind for each in heard}:
                for group in self._directory.of_kind(kind):
                    group.resync("busy")
            return
        for change in heard:
            for group in self._directory.of_kind(change.kind):
                group.hear(change)

    def _gap(self) -> None:
        for group in self._groups.values():
            group.resync("gap")
