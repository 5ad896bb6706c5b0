"""What a person agreed to, and whether it still holds."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Protocol


class Purpose(StrEnum):
    """What a person consents to."""

    SHARE_WITH_HOST = "share_with_host"
    PHOTO = "photo"
    PRESS = "press"
    NEWSLETTER = "newsletter"


class Given(Protocol):
    """A consent, as far as its validity goes."""

    @property
    def purpose(self) -> str:
        """What was agreed to."""

    @property
    def valid_from(self) -> date:
        """The first day."""

    @property
    def valid_to(self) -> date | None:
        """The last day, if there is one."""

    @property
    def withdrawn_on(self) -> date | None:
        """When it was taken back, if it was."""


def consents_to(purpose: Purpose, consents: Iterable[Given], on: date) -> bool:
    """Say whether a consent to this purpose holds on that day."""
    return any(
        given.purpose == purpose
        and given.withdrawn_on is None
        and given.valid_from <= on
        and (given.valid_to is None or on <= given.valid_to)
        for given in consents
    )
