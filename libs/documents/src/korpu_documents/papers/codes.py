"""The life of a paper that the office has made, and the code by which anybody can check it."""

import hashlib
import secrets
from enum import StrEnum

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SYMBOLS = 23
MODULUS = 37
GROUP = 4


class PaperStatus(StrEnum):
    """Whether a paper still says what the office says."""

    ISSUED = "issued"
    REVOKED = "revoked"


def new_code() -> str:
    """A code of 115 bits that nobody can guess, with a check symbol that is found on any keyboard."""
    while True:
        body = "".join(secrets.choice(ALPHABET) for _ in range(SYMBOLS))
        check = check_of(body)
        if check < len(ALPHABET):
            return body + ALPHABET[check]


def check_of(body: str) -> int:
    """The rest by 37, as Crockford checks his base 32: it notices every wrong letter and every swapped pair."""
    rest = 0
    for letter in body:
        rest = (rest * len(ALPHABET) + ALPHABET.index(letter)) % MODULUS
    return rest


def shown(code: str) -> str:
    """The code as it stands on paper, in groups of four."""
    return "-".join(code[place : place + GROUP] for place in range(0, len(code), GROUP))


def digest_of(code: str) -> str:
    """What others may know of a code: enough to recognise it, and not to write it."""
    return hashlib.sha256(code.encode()).hexdigest()
