"""Seals the audit every hour and verifies it every day, and raises the alarm."""

import time
from collections.abc import Sequence
from typing import Any, Final

import structlog
from prometheus_client import Gauge

from korpu_chassis.audit.seals import seal
from korpu_chassis.audit.verification import verify
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.persistence.store import Database

log = structlog.get_logger("audit")
broken = Gauge("korpu_audit_broken", "Whether audit or access log is not what was written.")
verified_at = Gauge("korpu_audit_verified_timestamp_seconds", "When audit and access log were last found whole.")
EVERY: Final = 24 * 3600.0


class Watch:
    """Seals every hour and verifies every day, for the role that keeps time."""

    def __init__(self, definitions: Sequence[AggregateDefinition[Any]]) -> None:
        self._definitions = definitions
        self._head: str | None = None
        self._next = 0.0

    async def sweep(self, database: Database) -> None:
        """Seal what is new; when a day is over, or something was broken before, look at everything."""
        made = await seal(database)
        if time.monotonic() < self._next:
            self._head = made.hex() if made else self._head
            return
        checked = await verify(database.dsn, self._definitions, self._head)
        broken.set(checked.broken is not None)
        if checked.broken:
            log.error("audit.broken", **checked.broken._asdict())
            return
        verified_at.set_to_current_time()
        self._head, self._next = checked.head, time.monotonic() + EVERY
        log.info("audit.verified", changes=checked.changes, looks=checked.looks, seals=checked.seals, head=checked.head)
