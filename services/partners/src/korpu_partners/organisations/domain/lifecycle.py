"""The life of an organisation: prospect, active, suspended, archived, merged; and whether it can be reached."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Protocol


class Status(StrEnum):
    """Where an organisation stands."""

    PROSPECT = "prospect"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ARCHIVED = "archived"
    MERGED = "merged"


DEEPEST = 5
HOLDING = (Status.PROSPECT, Status.ACTIVE, Status.SUSPENDED, Status.ARCHIVED)
LIVING = (Status.PROSPECT, Status.ACTIVE, Status.SUSPENDED)


class Reached(Protocol):
    """What makes a contact reachable."""

    @property
    def valid_from(self) -> date | None:
        """From when."""

    @property
    def valid_to(self) -> date | None:
        """Until when, that day included."""

    @property
    def has_address(self) -> bool:
        """Whether there is a mailbox or a number."""


def reachable(contacts: Iterable[Reached], today: date) -> bool:
    """Say whether anybody can be reached today."""
    return any(
        contact.has_address and (contact.valid_from or today) <= today <= (contact.valid_to or today)
        for contact in contacts
    )
