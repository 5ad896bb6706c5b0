"""What happens to registrations; names and addresses are in none of it."""

from datetime import datetime

from korpu_chassis.commands.state import Fact
from korpu_events.registrations.domain.vocabulary import Canceller, Proof


class RegistrationRequested(Fact):
    """A guest wants to come; a link is to be sent to the address, by which it is confirmed."""

    confirm_until: datetime


class RegistrationLinkAsked(Fact):
    """A guest asked again from the same address, and is to be sent a link again."""


class RegistrationLinkOpened(Fact):
    """A link was opened for the guest."""


class RegistrationLinkRevoked(Fact):
    """A link of the guest was ended."""


class RegistrationMade(Fact):
    """There is a place for whoever registered."""


class RegistrationQueued(Fact):
    """No place is free: whoever registered waits in line."""

    line: int


class RegistrationPlaceGiven(Fact):
    """A place was freed, and whoever was first in line has it."""


class RegistrationCancelled(Fact):
    """It was called off, or lapsed; whoever registered does not come."""

    by: Canceller
    before: str


class RegistrationAttended(Fact):
    """Whoever registered is there: the ticket was shown, or the list says so."""

    by: Proof


class RegistrationShownAgain(Fact):
    """The ticket of somebody who is there already was shown once more."""


class RegistrationMissed(Fact):
    """Whoever had a place did not come."""


class RegistrationForgotten(Fact):
    """Who the guest was is deleted; that somebody registered, and from which country, stays."""
