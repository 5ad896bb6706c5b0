"""What happens to proposals."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact


class ProposalSubmitted(Fact):
    """Somebody at the university says how international work can be better."""


class ProposalCorrected(Fact):
    """Its words, or the unit that it concerns, were put right."""

    reason: str


class ProposalTriaged(Fact):
    """The office has said what it is about and who sees to it."""

    responsible: str


class ProposalReviewBegan(Fact):
    """It is being weighed."""


class ProposalAccepted(Fact):
    """It is to be done; these commitments follow from it."""

    note: str | None
    action_points: tuple[UUID, ...]


class ProposalPutIntoAction(Fact):
    """Somebody has committed to what follows from it."""

    action_points: tuple[UUID, ...]


class ProposalDeclined(Fact):
    """It is not to be done; whoever proposed or supports it reads why."""

    reason: str


class ProposalMerged(Fact):
    """It goes on in another one, with those who support it."""

    into: UUID


class ProposalJoined(Fact):
    """Another one goes on in it; so many support it besides."""

    proposal_id: UUID
    supporters: int


class ProposalSupported(Fact):
    """One more wants it, too."""

    supporters: int


class ProposalSupportWithdrawn(Fact):
    """Somebody does not want it any more."""

    supporters: int


class ProposalDiscussed(Fact):
    """Somebody has said something about it; what, the owner tells."""

    remarks: int


class ProposalImplemented(Fact):
    """All that follows from it is done."""

    on: date


class ProposalTakenUpAgain(Fact):
    """Something of it is not done yet, after all."""


class ProposalVerified(Fact):
    """Somebody who neither proposed nor did it has seen what came of it."""

    on: date
    outcome: str


class ProposalWithdrawn(Fact):
    """Whoever proposed it does not want it any more."""

    reason: str


class ProposalReopened(Fact):
    """It was decided by mistake and is weighed again."""

    reason: str


class ProposalTriageOverdue(Fact):
    """Its days to be looked at are over; these are told."""

    due: date
    tell: tuple[str, ...]


class ProposalDecisionOverdue(Fact):
    """Its days to be decided are over; these are told."""

    due: date
    tell: tuple[str, ...]


class ProposalForgotten(Fact):
    """Who proposed it without a name, who supported it, and what was said of it is no longer known, or not of all."""
