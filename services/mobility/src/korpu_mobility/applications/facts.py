"""What happens to applications, as messages tell it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_mobility.applications.domain.lifecycle import Cause


class ApplicationBegun(Fact):
    """Somebody begins to apply; nothing is asked for yet."""


class ApplicationChanged(Fact):
    """The applicant wrote something else; the state says what is chosen now."""


class ApplicationDocumentBrought(Fact):
    """A document that was asked for is there."""

    document_id: UUID


class ApplicationDocumentsAccepted(Fact):
    """The office has looked at documents, and they are good."""

    document_ids: tuple[UUID, ...]


class ApplicationSubmitted(Fact):
    """The applicant asks for a place."""


class ApplicationReturned(Fact):
    """Something has to be mended; it is not a rejection."""

    until: date


class ApplicationReviewed(Fact):
    """It is whole, and will be compared with the others."""


class ApplicationPutToCommittee(Fact):
    """These members score it, each alone."""


class ApplicationScoreGiven(Fact):
    """One member more has scored it; who gave what stays with the owner."""

    given: int
    of: int


class ApplicationScoresCorrected(Fact):
    """A member has put right what they gave; who, what and why stays with the owner."""


class ApplicationConflictFound(Fact):
    """A member does not score it, because an interest conflicts; who and why stays with the owner."""


class ApplicationScored(Fact):
    """It has a rank; which one stays with the owner."""


class ApplicationSelected(Fact):
    """A place is kept for the applicant; the state says which."""


class ApplicationWaitlisted(Fact):
    """No wanted place is left; the applicant waits for one that becomes free."""


class ApplicationOffered(Fact):
    """The applicant is asked to confirm the place, until a day."""

    until: date


class ApplicationConfirmed(Fact):
    """The applicant takes the place."""

    nominated: bool


class ApplicationNominated(Fact):
    """The place has become a stay."""

    mobility_id: UUID


class ApplicationDeclined(Fact):
    """The applicant does not take the place; it goes on."""


class ApplicationLapsed(Fact):
    """The offer was not answered in time; the place goes on."""


class ApplicationRejected(Fact):
    """Nothing comes of it; the words are for the applicant alone."""

    cause: Cause


class ApplicationWithdrawn(Fact):
    """The applicant wants no place any more, or is not known here any more."""

    cause: Cause


class ApplicationRestored(Fact):
    """It was withdrawn by mistake, moments ago."""


class ApplicationForgotten(Fact):
    """What was written in it is deleted, because the person is forgotten."""
