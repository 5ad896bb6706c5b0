"""What happened, as messages tell it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_chassis.validation.codes import Money
from korpu_mobility.department_requests import HelpStatus
from korpu_mobility.money import Balance
from korpu_mobility.trips.domain.lifecycle import Approver, Cause
from korpu_mobility.trips.parts import CheckInAnswer, LateTripHelp, TripHelp, TripHelpDepartment


class TripDrafted(Fact):
    """Somebody plans a trip."""


class TripChanged(Fact):
    """The plan of a trip was changed; the state says how it is now."""


class TripSafetyRecorded(Fact):
    """Insurance or emergency contact was written down; what it says stays here."""


class TripMoneyPlanned(Fact):
    """What the trip costs and who pays was written down; the amounts stay here."""


class TripAdvancePaid(Fact):
    """The traveller was paid something before leaving."""

    on: date


class TripSubmitted(Fact):
    """The trip waits for a yes."""

    approvers: tuple[Approver, ...]


class TripReturned(Fact):
    """The trip goes back for repair; a yes that it had holds no more."""

    approved_before: bool


class TripEndorsed(Fact):
    """One of those whose yes is needed has said yes; another is still missing."""

    by: Approver


class TripApproved(Fact):
    """The trip may take place, by this order."""

    order_number: str
    order_date: date


class TripRejected(Fact):
    """The trip may not take place; an advance that was paid goes back to finance."""

    to_return: Money | None


class TripCancelled(Fact):
    """The trip does not take place; an advance that was paid goes back to finance."""

    cause: Cause
    to_return: Money | None


class TripBegun(Fact):
    """The first day has come: somebody is on the way."""


class TripReportDue(Fact):
    """The last day is over: a report is wanted."""

    due: date


class TripReportReminded(Fact):
    """The report is wanted soon, or has been for long; the traveller is reminded, and the head if it is late."""

    due: date
    late: bool


class TripReportOverdue(Fact):
    """The report was not handed in by its day: the head is told."""

    due: date
    tell: tuple[str, ...]


class TripReported(Fact):
    """The report is here, with what was spent; both stay here."""


class TripReportReturned(Fact):
    """The report goes back for repair, and is due anew."""

    due: date


class TripReportAccepted(Fact):
    """The report is accepted."""


class TripSettled(Fact):
    """Finance has settled: actual costs less the advance; below zero it goes back to the university."""

    balance: tuple[Balance, ...]


class TripReportWaived(Fact):
    """The head lets this trip be asked for although a report is owed."""


class TripHelpAsked(Fact):
    """A department is asked for something that the traveller needs; it answers on `departments.answers.v1`."""

    request_id: UUID
    department: TripHelpDepartment
    help: TripHelp
    due: date


class TripHelpAnswered(Fact):
    """A department has answered."""

    request_id: UUID
    department: TripHelpDepartment
    help: TripHelp
    answer: HelpStatus
    before: HelpStatus
    reason: str | None


class TripHelpWithdrawn(Fact):
    """What a department was asked for is not needed any more."""

    request_id: UUID
    department: TripHelpDepartment
    help: TripHelp
    reason: str


class TripHelpLate(Fact):
    """Departments have not answered by their day."""

    late: tuple[LateTripHelp, ...]


class TripCheckInAsked(Fact):
    """The risk of a country was raised while somebody is there: they are asked whether they are safe."""

    countries: tuple[str, ...]


class TripCheckInAnswered(Fact):
    """The traveller is safe, or needs help, of which the head is told; what was written stays here."""

    answer: CheckInAnswer
    tell: tuple[str, ...]


class TripCheckInSilent(Fact):
    """Who was asked has said nothing for a day: the head is told."""

    tell: tuple[str, ...]


class TripLinkOpened(Fact):
    """A traveller was given a link by which to answer."""


class TripLinkRevoked(Fact):
    """The link by which a traveller could answer was revoked."""


class TripForgotten(Fact):
    """What was personal about a trip that is over was deleted here."""
