"""Who a process is to Kafka: a name and a password, over TLS."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Login:
    """A principal with its password; without a file of authorities those of the system are believed."""

    user: str
    password: str = field(repr=False)
    authorities: Path | None = None
    mechanism: str = "SCRAM-SHA-512"

    def options(self) -> Mapping[str, Any]:
        """What the Kafka client is told."""
        return {
            "security_protocol": "SASL_SSL",
            "ssl_context": ssl.create_default_context(cafile=self.authorities),
            "sasl_mechanism": self.mechanism,
            "sasl_plain_username": self.user,
            "sasl_plain_password": self.password,
        }
