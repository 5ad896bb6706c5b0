"""One request that reads: who asks, in which language, when, and what was already fetched for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.owners.extensions import Extensions
from korpu_gateway.owners.owner import Caller
from korpu_gateway.owners.owners import NOBODY, Owners
from korpu_gateway.owners.personal import Personal
from korpu_gateway.readmodel.pool import ReadingPool
from korpu_gateway.reads.fields import Asking
from korpu_gateway.reads.loaders import Loaders
from korpu_gateway.reads.permissions import grants
from korpu_gateway.subscriptions.watch import Watch


@dataclass
class Reading:
    """The context of an execution."""

    pool: ReadingPool
    principal: Principal
    language: str
    now: datetime
    headers: Mapping[bytes, bytes] = field(default_factory=dict)
    owners: Owners = NOBODY
    watch: Watch = field(default_factory=Watch.deaf)
    idempotency_key: str | None = None
    extensions: Extensions = field(default_factory=Extensions)

    @cached_property
    def granted(self) -> frozenset[str]:
        """What the caller may bring forward."""
        return grants(self.principal)

    @cached_property
    def loaders(self) -> Loaders:
        """What ordinary execution fetches for this request."""
        return Loaders(self.pool, self.principal)

    @cached_property
    def personal(self) -> Personal:
        """What the owners tell this caller about persons."""
        return Personal(self.owners, Caller(self.principal.token, self.language), self.extensions)

    def asking(self, given: Mapping[str, Any]) -> Asking:
        """What a computed field sees of this request."""
        return Asking(self.principal, self.language, self.now, given)
