"""Letters: the register of what comes in and goes out, who answers it, and by when."""

from korpu_partners.letters import (
    annulling,
    assigning,
    attaching,
    closing,
    correcting,
    deadlines,
    entering,
    linking,
    registering,
    withdrawing,
)
from korpu_partners.letters.room import letters

__all__ = [
    "annulling",
    "assigning",
    "attaching",
    "closing",
    "correcting",
    "deadlines",
    "entering",
    "letters",
    "linking",
    "registering",
    "withdrawing",
]
