"""What happened, as messages tell it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_chassis.validation.codes import AcademicYear, Ects
from korpu_documents.attaching import How
from korpu_mobility.mobilities.domain.lifecycle import Cause, Risk
from korpu_mobility.mobilities.domain.papers import StayFileKind
from korpu_mobility.mobilities.parts import GrantAmount


class MobilityNominated(Fact):
    """A person was nominated to a seat."""


class MobilityEntered(Fact):
    """It was taken over from an older register, as what it was; this is its number there."""

    number: str | None


class MobilityWaitlisted(Fact):
    """All seats were taken; the person stands in line."""

    position: int


class MobilityMovedUp(Fact):
    """Somebody ahead left the line."""

    position: int


class MobilityOffered(Fact):
    """A seat became free and is offered to the first in line, until the end of a day."""

    until: date


class MobilityConfirmed(Fact):
    """The offered seat was taken: this is the nomination."""


class MobilityDeclined(Fact):
    """The offered seat was not wanted."""


class MobilityLapsed(Fact):
    """The offered seat was not confirmed in time."""


class MobilityReplanned(Fact):
    """The sender changed the planned dates."""

    planned_from: date
    planned_to: date


class MobilityAccepted(Fact):
    """The host accepted the nominee."""

    on: date


class MobilityRejected(Fact):
    """The host did not accept the nominee."""

    on: date


class MobilityAgreed(Fact):
    """Person, sender and host agreed what is to be done during the stay."""

    on: date


class MobilityArrived(Fact):
    """The person arrived at the host."""

    on: date


class MobilityReturned(Fact):
    """The stay ended as planned."""

    on: date


class MobilityReturnedEarly(Fact):
    """The stay ended before its planned last day; finance decides on the grant by force majeure and the days."""

    on: date
    force_majeure: bool
    days_planned: int
    days_short: int


class MobilityRecognised(Fact):
    """The sender recognised what was achieved."""

    on: date
    ects: Ects | None


class MobilityClosed(Fact):
    """Nothing is left to do."""


class MobilityCancelled(Fact):
    """The stay will not take place."""

    cause: Cause


class MobilityNotShown(Fact):
    """The person was expected and did not come."""


class MobilityReopened(Fact):
    """It was cancelled by mistake, and stands as before."""


class MobilityCorrected(Fact):
    """The record was wrong; the state shows what is true."""

    corrected: tuple[str, ...]
    former_year: AcademicYear


class MobilityDecisionOverdue(Fact):
    """The host has not decided about the nominee in time."""

    due: date


class MobilityStartOverdue(Fact):
    """The planned first day is over, and nobody has recorded an arrival."""

    planned: date


class MobilityReturnOverdue(Fact):
    """The planned last day is over, and nobody has recorded a return."""

    planned: date


class MobilityGrantPlanned(Fact):
    """What each source pays, for the planned days."""

    days: int
    amounts: tuple[GrantAmount, ...]


class MobilityGrantRecalculated(Fact):
    """The days are others than those that the grant was reckoned by; below zero it goes back.

    Whether it is paid back after an early return depends on force majeure.
    """

    days: int
    difference: tuple[GrantAmount, ...]
    force_majeure: bool | None


class MobilityArranged(Fact):
    """The units, the courses or the lodging that the person wishes for are known."""


class MobilitySafetyRecorded(Fact):
    """Who is insured with whom, or whom to call, is other than before."""


class MobilityFilesChanged(Fact):
    """The stay has one paper more, or one less; the paper itself stays here."""

    attachment_id: UUID
    kind: StayFileKind
    how: How


class MobilityForgotten(Fact):
    """Nobody has to be called any more: insurance and emergency contact are deleted."""


class MobilityPutAtRisk(Fact):
    """The agreement or the seat under a stay that has not begun fell away; an officer must decide."""

    risk: Risk


class MobilityRiskLifted(Fact):
    """What threatened the stay is gone."""
