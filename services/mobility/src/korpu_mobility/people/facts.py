"""What happened, as messages tell it."""

from datetime import date

from korpu_chassis.commands.state import Fact
from korpu_mobility.people.domain.consents import Purpose
from korpu_mobility.people.domain.lifecycle import Basis


class PersonRegistered(Fact):
    """A person became known to the office."""


class PersonCorrected(Fact):
    """Something about the person was corrected; what, stays here."""


class PersonFileChanged(Fact):
    """The restricted file gained or lost a document or a file; which, stays here."""


class PersonConsented(Fact):
    """The person agreed to a use of their data."""

    purpose: Purpose


class PersonConsentWithdrawn(Fact):
    """The person took a consent back; whoever relied on it stops."""

    purpose: Purpose


class PersonKept(Fact):
    """The person has been abroad since or is about to go: the data is kept longer."""

    until: date


class PersonErased(Fact):
    """The person's data is gone here; departments erase theirs and confirm. The statistics stand."""

    basis: Basis
