"""The life of a learning agreement: whose signature is next, and what a version can still become."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from korpu_mobility.learning_agreements.refusals.signing import NoGuest, NotYourTurn, OtherVersion, SignedByAll


class Status(StrEnum):
    """Where a learning agreement stands."""

    DRAFT = "draft"
    SIGNED_BY_PERSON = "signed_by_person"
    SIGNED_BY_SENDER = "signed_by_sender"
    SIGNED = "signed"
    REJECTED = "rejected"
    TRANSCRIBED = "transcribed"
    RECOGNISED = "recognised"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


class Party(StrEnum):
    """Who signs, in this order."""

    PERSON = "person"
    SENDER = "sender"
    RECEIVER = "receiver"


ORDER = tuple(Party)
AFTER = {
    Party.PERSON: Status.SIGNED_BY_PERSON,
    Party.SENDER: Status.SIGNED_BY_SENDER,
    Party.RECEIVER: Status.SIGNED,
}
"""Where an agreement stands once this party has signed."""
SIGNING = (Status.DRAFT, Status.SIGNED_BY_PERSON, Status.SIGNED_BY_SENDER)
COUNTERSIGNED: Mapping[str, Sequence[str]] = {
    Status.SIGNED_BY_PERSON: [Status.SIGNED_BY_SENDER],
    Status.SIGNED_BY_SENDER: [Status.SIGNED],
}
OPEN = (*SIGNING, Status.REJECTED)
LIVING = (*OPEN, Status.SIGNED)
OVER = (Status.WITHDRAWN, Status.CANCELLED)
ACHIEVED = (Status.TRANSCRIBED, Status.RECOGNISED)
BEGUN_STAYS = ("arrived", "returned", "returned_early", "recognised", "closed")
"""A stay in one of these statuses has led to results, or still does."""
OPEN_STAYS = ("nominated", "accepted", "agreed", "arrived")
"""A stay in one of these statuses can still be agreed upon."""


def next_party(status: str, signed: int) -> Party | None:
    """Whose signature the current version waits for, if it waits for one."""
    return ORDER[signed] if status in SIGNING else None


def our_party(direction: str) -> Party:
    """As whom the office signs: it sends who goes out, and receives who comes in."""
    return Party.SENDER if direction == "outgoing" else Party.RECEIVER


def require_turn(expected: Party | None, party: Party) -> None:
    """Person, sender and receiver sign one after the other."""
    if expected is not party:
        raise NotYourTurn(party=expected.value if expected else "")


def require_guest(content: str | None, party: str, ours: Party) -> None:
    """A link is for a party that has no account, while a version waits for signatures."""
    if content is None or party not in ORDER or party == ours:
        raise NoGuest("side")


def require_version(current: str, seen: str) -> None:
    """Whoever signs or rejects names the hash of what they read; another version asks for another look."""
    if current != seen:
        raise OtherVersion("hash")


def require_not_signed_by_all(agreed: int | None) -> None:
    """What all three have signed is changed, and never deleted."""
    if agreed is not None:
        raise SignedByAll(number=agreed)


def standing(signed: int, rejected_by: Party | None) -> Status:
    """Where an agreement stands by its current version alone."""
    return Status.REJECTED if rejected_by else AFTER[ORDER[signed - 1]] if signed else Status.DRAFT


def leads_on(status: str, signatures: Sequence[object]) -> bool:
    """Whether a change of content makes a new version: an unsigned draft is only written anew."""
    return status != Status.DRAFT or bool(signatures)
