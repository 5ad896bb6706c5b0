"""All owners, each behind its address; connections are kept."""

from collections.abc import Mapping

import httpx

from korpu_chassis.refusals import Unavailable
from korpu_gateway.owners.owner import Owner

TIMEOUTS = httpx.Timeout(5.0, connect=1.0, pool=2.0)
LIMITS = httpx.Limits(max_connections=200, max_keepalive_connections=100, keepalive_expiry=3.0)
"""An owner closes what has been idle for 5 s: whoever writes into it in that moment is not answered."""


class Owners:
    """All owners by name."""

    def __init__(self, owners: Mapping[str, Owner]) -> None:
        self._owners = owners

    @classmethod
    def at(cls, addresses: Mapping[str, str]) -> "Owners":
        """The owners behind these addresses; connections are kept."""
        return cls(
            {
                name: Owner(name, httpx.AsyncClient(base_url=url, timeout=TIMEOUTS, limits=LIMITS, trust_env=False))
                for name, url in addresses.items()
            }
        )

    def __getitem__(self, name: str) -> Owner:
        """An owner whose address nobody has given is as one that is away."""
        if name not in self._owners:
            raise Unavailable
        return self._owners[name]

    async def close(self) -> None:
        """Let go of all connections."""
        for each in self._owners.values():
            await each.close()


NOBODY = Owners({})
