"""What happened, as messages tell it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_mobility.admissions.domain.lifecycle import Cause, Ending
from korpu_mobility.admissions.parts import Help, HelpDepartment, LateHelp
from korpu_mobility.department_requests import HelpStatus


class AdmissionOpened(Fact):
    """Somebody from abroad may come to study."""


class AdmissionCorrected(Fact):
    """What is applied for was written down anew; the state says how it is now."""


class AdmissionApplied(Fact):
    """The application is in the national portal."""

    on: date


class AdmissionDocumentRecorded(Fact):
    """A document of the application was entered; which, stays here."""


class AdmissionDocumentsChecked(Fact):
    """The documents are in order."""


class AdmissionRecognitionAsked(Fact):
    """The prior education was sent for recognition."""

    on: date


class AdmissionRecognised(Fact):
    """The prior education is recognised."""

    on: date


class AdmissionOffered(Fact):
    """A place is offered until the end of a day."""

    until: date


class AdmissionWaitlisted(Fact):
    """There is no place now, and there may be one later."""


class AdmissionRejected(Fact):
    """There will be no place; the reason stays with the person."""


class AdmissionAccepted(Fact):
    """The place was taken; departments prepare for somebody who comes."""


class AdmissionEnrolled(Fact):
    """Somebody is a student of ours, by this order."""

    order_number: str
    order_date: date


class AdmissionLeaveBegun(Fact):
    """The student is on academic leave."""

    until: date


class AdmissionResumed(Fact):
    """The student is back from academic leave."""


class AdmissionEnded(Fact):
    """The studies are over."""

    ending: Ending
    on: date


class AdmissionDeparted(Fact):
    """Somebody has left the country."""

    on: date


class AdmissionCancelled(Fact):
    """Nobody comes; the cause says why."""

    cause: Cause


class AdmissionPlaceReleased(Fact):
    """The place in the programme is free for somebody else."""

    programme: str
    level: int
    academic_year: str
    cause: Cause


class AdmissionReopened(Fact):
    """It was rejected or cancelled, and goes on."""


class AdmissionInvited(Fact):
    """A letter of invitation was issued."""

    letter_number: str
    on: date


class AdmissionVisaAsked(Fact):
    """A visa was applied for."""

    on: date


class AdmissionVisaGranted(Fact):
    """A visa was granted; its number stays here."""

    valid_from: date
    valid_to: date


class AdmissionVisaRefused(Fact):
    """The visa was refused."""

    on: date


class AdmissionArrived(Fact):
    """Somebody is here; the place of stay is to be registered by this day."""

    on: date
    registration_due: date


class AdmissionPlaceRegistered(Fact):
    """The place of stay is registered; where it is stays here."""

    valid_to: date


class AdmissionAddressChanged(Fact):
    """Somebody has moved, and registers anew by this day."""

    on: date
    registration_due: date


class AdmissionPermitApplied(Fact):
    """A permit was applied for."""

    on: date


class AdmissionPermitGranted(Fact):
    """There is a permit, the first one or another."""

    valid_from: date
    valid_to: date
    renewed: bool


class AdmissionRequestMade(Fact):
    """A department is asked for something; it answers on `departments.answers.v1`."""

    request_id: UUID
    department: HelpDepartment
    help: Help
    due: date


class AdmissionRequestAnswered(Fact):
    """A department has answered."""

    request_id: UUID
    department: HelpDepartment
    help: Help
    answer: HelpStatus
    before: HelpStatus
    reason: str | None


class AdmissionRequestWithdrawn(Fact):
    """What a department was asked for is not needed any more."""

    request_id: UUID
    department: HelpDepartment
    help: Help
    reason: str


class AdmissionRequestsLate(Fact):
    """Departments have not answered by the due date."""

    late: tuple[LateHelp, ...]


class AdmissionRegistrationDue(Fact):
    """The place of stay is to be registered in so many days."""

    due: date
    days_left: int


class AdmissionRegistrationOverdue(Fact):
    """The place of stay was not registered in time: the head is told."""

    due: date
    tell: tuple[str, ...]


class AdmissionPermitDue(Fact):
    """The next permit is to be applied for in so many days."""

    due: date
    days_left: int


class AdmissionPermitOverdue(Fact):
    """The next permit was not applied for in time: the head is told."""

    due: date
    tell: tuple[str, ...]


class AdmissionPermitExpiring(Fact):
    """The permit ends before long."""

    valid_to: date


class AdmissionPermitEnded(Fact):
    """The permit has run out, and no other was applied for: the head is told."""

    valid_to: date
    tell: tuple[str, ...]


class AdmissionForgotten(Fact):
    """What was personal about an admission was deleted here."""
