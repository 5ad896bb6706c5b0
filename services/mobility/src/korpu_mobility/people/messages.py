"""What is said about people: that there is one, and that one's data is gone; nothing that names them."""

from datetime import date

from korpu_chassis.commands import Fact, State


class PersonState(State):
    """The public state of a person, without anything personal."""

    kind: str
    erased_on: date | None


class PersonRegistered(Fact):
    """A person became known to the office."""


class PersonCorrected(Fact):
    """Something about the person was corrected; what, stays here."""


class PersonFileChanged(Fact):
    """The restricted file gained or lost a document."""


class PersonConsented(Fact):
    """The person agreed to a use of their data."""

    purpose: str


class PersonConsentWithdrawn(Fact):
    """The person took a consent back; whoever relied on it stops."""

    purpose: str


class PersonErased(Fact):
    """The person's data is gone here; departments erase theirs and confirm. The statistics stand."""

    basis: str
