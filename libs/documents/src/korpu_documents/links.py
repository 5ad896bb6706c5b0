"""Short-lived links: what may be fetched and until when, signed so that nobody can say it in our stead."""

import base64
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson

from korpu_chassis.refusals import NotFound
from korpu_documents.refusals import LinkExpired

LIFETIME = timedelta(minutes=5)
LONGEST = 1500


@dataclass(frozen=True)
class Link:
    """One file, as it may be fetched until a moment."""

    sha256: str
    name: str
    media_type: str
    size: int
    expires: int

    def signed(self, key: str) -> str:
        """The link as a word for an address."""
        said = _word(orjson.dumps([self.sha256, self.name, self.media_type, self.size, self.expires]))
        return f"{said}.{_signature(said, key)}"

    @classmethod
    def read(cls, word: str, key: str, now: datetime) -> "Link":
        """The link that we signed; a forged one does not exist, an old one is gone."""
        said, _, signature = word.partition(".")
        if len(word) > LONGEST or not word.isascii() or not hmac.compare_digest(signature, _signature(said, key)):
            raise NotFound
        link = cls(*orjson.loads(base64.urlsafe_b64decode(said + "=" * (-len(said) % 4))))
        if link.expires <= now.timestamp():
            raise LinkExpired
        return link


def _signature(said: str, key: str) -> str:
    return _word(hmac.digest(key.encode(), b"korpu-file-link\0" + said.encode(), "sha256"))


def _word(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
