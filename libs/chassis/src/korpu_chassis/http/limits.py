"""How much one connection may take, in bytes and in time, and how much all strangers together."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """What one connection may take, in bytes and seconds, and how many may keep one server waiting."""

    head: int = 64 * 1024
    headers: int = 100
    pipelined: int = 16
    head_within: float = 10.0
    silence: float = 15.0
    body_within: float = 180.0
    slowest: float = 1024.0
    """Bytes of a body in a second, once it has had the time of one silence."""
    unread: float = 30.0
    """For how long somebody may take nothing of an answer."""
    unread_bytes: int = 32 * 1024 * 1024
    """What is kept of answers that strangers do not read, of all together."""
    unread_lines: int = 256
    unread_of_an_address: int = 64
    lingering: float = 10.0
    """For how long the rest of a body is heard out after its answer, so that the answer arrives."""
    message_within: float = 20.0
    """How long one message of a WebSocket may take to come in."""
    waiting: int = 1_024
    waiting_of_an_address: int = 256
    unfinished: int = 32 * 1024 * 1024
    """Bytes of bodies that are not whole, of all strangers together."""
    connections: int = 8_192


USUAL: Final = Limits()
