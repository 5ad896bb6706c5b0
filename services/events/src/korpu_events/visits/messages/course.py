"""What is said of the course of a visit, from the request to the closed file."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_events.visits.messages.programme import VisitProgrammeChanged


class VisitRequested(Fact):
    """A delegation asks to come, or one of ours to go."""


class VisitCorrected(Fact):
    """What was written about the visit was put right."""


class VisitScreeningBegan(Fact):
    """The visit is being looked at before somebody decides on it."""


class VisitChecked(Fact):
    """One of the checks before the decision has its result."""

    kind: str
    clear: bool


class VisitApproved(Fact):
    """The visit may take place."""

    by: str


class VisitDeclined(Fact):
    """The visit will not take place."""

    reason: str


class VisitPlanned(Fact):
    """Somebody is responsible for the visit, and its planning has begun."""

    responsible_id: UUID


class VisitConfirmed(Fact):
    """All is ready; the delegation is expected."""


class VisitStarted(Fact):
    """The delegation is here, or ours has gone."""


class VisitPostponed(Fact):
    """The visit will take place on other days; all that was booked is free again."""

    reason: str


class VisitRescheduled(Fact):
    """The visit has new days; requests that were open are asked again."""

    starts: date
    ends: date
    programme: VisitProgrammeChanged


class VisitCancelled(Fact):
    """The visit will not take place; all that was booked is free again."""

    reason: str


class VisitCompletionDue(Fact):
    """The last day has passed and nobody has said that the visit took place."""


class VisitCompleted(Fact):
    """The visit has taken place; its report is due."""

    on: date
    report_due: date


class VisitOutcomesRecorded(Fact):
    """What the visit has brought was written down."""


class VisitReported(Fact):
    """The report of the visit was handed in."""


class VisitReportReturned(Fact):
    """The report needs repair."""

    reason: str


class VisitReportOverdue(Fact):
    """The visit ended more than seven days ago and has no report; these roles are told."""

    tell: tuple[str, ...]


class VisitNoFollowUp(Fact):
    """Nothing follows from the visit, and somebody has said so."""

    reason: str


class VisitActionPointAgreed(Fact):
    """An action point was agreed as a consequence of the visit."""

    action_point_id: UUID


class VisitClosed(Fact):
    """The file of the visit is closed."""
