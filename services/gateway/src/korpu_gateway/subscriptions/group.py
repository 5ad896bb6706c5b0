"""All who share one answer: each change is answered once for them."""

import asyncio
from collections.abc import Hashable

import structlog

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.observability.tracing import continuing
from korpu_chassis.refusals import Refusal
from korpu_gateway.http.endpoint import Endpoint
from korpu_gateway.http.observation import Observed, observing
from korpu_gateway.reads.answers import dumped
from korpu_gateway.reads.reading import Reading
from korpu_gateway.subscriptions.happened import HAPPENED
from korpu_gateway.subscriptions.live import Live, variables_for
from korpu_gateway.subscriptions.send_queue import Subscription
from korpu_gateway.subscriptions.watch import Change

MOST_PENDING = 1_000
log = structlog.get_logger()


class Group:
    """All who share one execution."""

    def __init__(
        self, live: Live, principal: Principal, language: str, endpoint: Endpoint, turn: asyncio.Semaphore
    ) -> None:
        self.live = live
        self.members: set[Subscription] = set()
        self.signed_in = not principal.is_anonymous
        self._principal = principal
        self._language = language
        self._endpoint = endpoint
        self._turn = turn
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
                with continuing(change.trace, "push"), observing("push", members=len(self.members)) as now:
                    await self._push(change, now)
        except (OSError, Refusal) as reason:
            log.warning("subscription.unanswered", away="database", kind=type(reason).__name__)
            self.resync("unanswered")
        except Exception:
            log.exception("subscription.failed")
            self.resync("failed")
        finally:
            self._working = None

    async def _push(self, change: Change, now: Observed) -> None:
        now.chosen(self.live.chosen.operation, self._principal)
        now.kind = "push"
        async with self._turn:
            body = await self._answer(change, now)
        if body.startswith(self.live.silent[:-1]):
            now.status = "silent"
            return
        for member in tuple(self.members):
            member.tell(body)

    async def _answer(self, change: Change, now: Observed) -> bytes:
        chosen, answers = self.live.chosen, self._endpoint.answers
        reading = self._reading()
        variables = variables_for(chosen, change)
        plan = await answers.planned(*chosen.asked[:-1], variables, reading, queued=False)
        if plan and (body := await answers.compiled(plan, variables, reading)) is not None:
            now.compiled(body)
            return body
        name, given = chosen.sent.operation_name, chosen.sent.variables
        result = await answers.executed(chosen.operations, name, given, reading, variables[HAPPENED])
        body = dumped(result, reading)
        now.executed(result, body)
        return body

    def _reading(self) -> Reading:
        return self._endpoint.reading(self._principal, self._language, {})
