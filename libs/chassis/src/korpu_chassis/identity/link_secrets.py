"""Secrets of links: 256 bits of chance, shown once; we keep what they are recognised by."""

import hashlib
from secrets import token_urlsafe

BYTES = 32


def new_secret() -> str:
    """A secret that nobody can guess."""
    return token_urlsafe(BYTES)


def recognised_by(secret: str) -> str:
    """What we keep of a secret. Of so much chance nothing is guessed back, so that no salt or slow hash is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()
