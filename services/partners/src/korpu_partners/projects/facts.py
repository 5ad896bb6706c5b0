"""What happened, as messages tell it."""

from datetime import date
from typing import Literal
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_partners.projects.domain.lifecycle import ReportKind


class JointProjectPlanned(Fact):
    """Somebody had an idea."""


class JointProjectEntered(Fact):
    """It was taken over from an older register, as what it was; this is its number there."""

    number: str | None


class JointProjectShaped(Fact):
    """With whom, for which call and for how much is other than before."""

    reason: str | None


class JointProjectCorrected(Fact):
    """Its words, its people or what it rests on are other than before."""


class JointProjectProposed(Fact):
    """The proposal went to the funder."""


class JointProjectReturned(Fact):
    """The proposal is to be reworked; nothing was decided."""

    reason: str


class JointProjectWithdrawn(Fact):
    """The university does not go on with it."""

    reason: str


class JointProjectFunded(Fact):
    """The funder has said yes."""

    grant_number: str
    on: date


class JointProjectRejected(Fact):
    """The funder has said no."""

    on: date
    reason: str


class JointProjectStarted(Fact):
    """Work has begun."""

    on: date


class JointProjectEndedEarly(Fact):
    """Work ends before the grant does."""

    on: date
    reason: str


class JointProjectTeamChanged(Fact):
    """Somebody has joined or left."""

    member_id: UUID
    how: Literal["joined", "left"]


class JointProjectMembershipsOver(Fact):
    """The last day of these members is over; they are not of the team any more."""

    member_ids: tuple[UUID, ...]


class JointProjectOutputRecorded(Fact):
    """It has brought something forth."""

    output_id: UUID


class JointProjectOutputCorrected(Fact):
    """Something that it has brought forth was written down wrongly."""

    output_id: UUID


class JointProjectOutputRemoved(Fact):
    """Something was taken for its output and is not."""

    output_id: UUID
    reason: str


class ReportFact(Fact):
    """Which report, and of what kind."""

    report_id: UUID
    kind: ReportKind


class JointProjectReportSubmitted(ReportFact):
    """A report went to the funder."""


class JointProjectReportAccepted(ReportFact):
    """The funder has accepted a report."""


class JointProjectReportReturned(ReportFact):
    """The funder wants a report mended; that is not a refusal of it."""

    reason: str
    due: date


class JointProjectReportPostponed(ReportFact):
    """The funder wants a report on another day."""

    before: date
    due: date
    reason: str


class JointProjectGrantCorrected(Fact):
    """The number of its grant was written down wrongly."""

    before: str | None
    grant_number: str


class JointProjectReportReminded(Fact):
    """A report is due soon; those who see to it are reminded."""

    due: date
    recipients: tuple[str, ...]


class JointProjectReportOverdue(Fact):
    """A report is late: the head is told."""

    due: date
    recipients: tuple[str, ...]
    tell: tuple[str, ...]


class JointProjectClosed(Fact):
    """All is reported, accepted and recorded."""

    outputs: int
    no_outputs: str | None
