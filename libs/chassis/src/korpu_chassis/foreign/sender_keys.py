"""Who sends what others write: each sender signs with a key of its own, since Kafka tells no reader who wrote."""

import hmac
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from korpu_chassis.messaging.kafka import Record
from korpu_chassis.refusals import Refusal, wording
from korpu_chassis.stopping import Stopping

SIGNED = ("ce_id", "ce_source", "ce_type", "ce_subject", "ce_time")
SIGNATURE = "ce_signature"


class SenderNotProved(Refusal):
    """Whoever sends signs what they send with their own key."""

    code = "sender-not-proved"
    status = 403
    text = wording()["sender-not-proved"]


@dataclass(frozen=True)
class SenderKeys:
    """The keys with which senders sign, several each while one is being replaced."""

    keys: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)
    required: bool = True

    @classmethod
    def of(cls, file: Path | None, *, required: bool) -> "SenderKeys":
        """Read a TOML file: `dormitory = ["…"]`; raises `Stopping` when it is not one."""
        if file is None:
            return cls(required=required)
        try:
            found = TypeAdapter(dict[str, list[str]]).validate_python(tomllib.loads(file.read_text("utf-8")))
        except (OSError, ValueError, ValidationError):
            raise Stopping('KORPU_SENDER_KEYS is no readable TOML file with lines like: dormitory = ["…"]') from None
        return cls({name: tuple(each.encode() for each in keys) for name, keys in found.items()}, required)

    def prove(self, sender: str, record: Record) -> None:
        """Refuse a message that its sender has not signed; without a key, unless keys are required."""
        keys = self.keys.get(sender, ())
        if not keys and not self.required:
            return
        given = (record.headers.get(SIGNATURE) or b"").decode("ascii", "replace")
        if not any(hmac.compare_digest(given.encode(), signature(key, record).encode()) for key in keys):
            raise SenderNotProved


def signature(key: bytes, record: Record) -> str:
    """HMAC-SHA256 over the id, source, type, subject, time, each ended by a line feed, and the body; in hexadecimal."""
    lines = b"".join((record.headers.get(name) or b"") + b"\n" for name in SIGNED)
    return hmac.digest(key, lines + (record.body or b""), "sha256").hex()
