"""What happens to opportunities, as messages tell it."""

from datetime import date, datetime

from korpu_chassis.commands.state import Fact
from korpu_chassis.i18n.text import Language
from korpu_mobility.opportunities.domain.lifecycle import Death


class OpportunityDrafted(Fact):
    """The office has learned of an opportunity."""


class OpportunityChanged(Fact):
    """What is written about it was changed; an edited text leaves translations outdated."""

    outdated: tuple[Language, ...] = ()


class OpportunityRequirementsChanged(Fact):
    """It asks something else of applicants from now on; whoever began keeps the version of then."""

    number: int


class OpportunityDeadlineChanged(Fact):
    """One can apply from or until another day; the state says which, this says what it was before."""

    opened: date | None
    closed_at: datetime | None


class OpportunityCriteriaChanged(Fact):
    """Applicants are compared by something else."""


class OpportunityDestinationsChanged(Fact):
    """Applicants choose among other places, or name more or fewer of them."""


class OpportunityVerified(Fact):
    """The office has looked at the source, and it says so still."""

    on: date


class OpportunityAgeing(Fact):
    """Nobody has looked at its source for long; somebody should."""

    verified_on: date


class OpportunityStale(Fact):
    """Nobody has looked at its source for so long that it leaves the front page."""

    verified_on: date


class OpportunityPublished(Fact):
    """Everybody can read it."""


class OpportunityClosingSoon(Fact):
    """Its last day to apply is near."""

    closes_at: datetime


class OpportunityClosed(Fact):
    """Nobody can apply any more: its time is over, or the office ended it."""

    by_clock: bool


class OpportunityReopened(Fact):
    """One can apply again."""


class OpportunitySuspended(Fact):
    """The agreement or organisation that it rests on is not in force."""

    cause: Death


class OpportunityResumed(Fact):
    """What it rests on is in force again, or it rests on something else."""


class OpportunityArchived(Fact):
    """The office has no more to do with it."""
