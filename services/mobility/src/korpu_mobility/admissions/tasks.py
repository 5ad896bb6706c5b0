"""What waits for whom about an admission, on each of its tracks."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_mobility.admissions.domain.documents import HOME
from korpu_mobility.admissions.domain.lifecycle import STAYING, Migration, Status
from korpu_mobility.admissions.parts import RunningClock
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import HEAD, MIGRATION_LIAISON, OFFICER, THE_PERSON

LIAISON = (OFFICER, MIGRATION_LIAISON)


def tasks_of(admission: Admission) -> Iterator[Task]:
    """Everything that waits for somebody, as the admission stands."""
    yield from _of_the_admission(admission)
    yield from _of_the_studies(admission)
    if admission.status == Status.ACCEPTED:
        yield from _before_arrival(admission)
    if admission.status in STAYING:
        yield from _while_here(admission)


def _of_the_admission(admission: Admission) -> Iterator[Task]:
    decides = ("OfferAdmission", "WaitlistAdmission", "RejectAdmission")
    match admission.status:
        case Status.LEAD:
            yield Task(("RecordPortalApplication",))
        case Status.APPLIED:
            yield Task(("CheckAdmissionDocuments", "RejectAdmission"), since=admission.applied_on)
        case Status.DOCUMENTS_CHECKED:
            yield Task(("SendForRecognition",) if admission.education_country != HOME else decides)
        case Status.RECOGNITION_PENDING:
            yield Task(("RecordRecognition", "RejectAdmission"), since=admission.recognition_asked_on)
        case Status.RECOGNISED:
            yield Task(decides)
        case Status.OFFERED:
            yield Task(("AcceptAdmission",), due=admission.offer_until, whose=(THE_PERSON,))


def _of_the_studies(admission: Admission) -> Iterator[Task]:
    match admission.status:
        case Status.ACCEPTED if admission.arrived_on:
            yield Task(("EnrolStudent",), since=admission.arrived_on)
        case Status.ACADEMIC_LEAVE:
            yield Task(("ResumeStudies", "EndStudies"), since=admission.leave_until, due=admission.leave_until)
        case Status.GRADUATED | Status.EXPELLED | Status.LEFT:
            yield Task(("RecordDeparture",), since=admission.ended_on)


def _before_arrival(admission: Admission) -> Iterator[Task]:
    match admission.migration:
        case Migration.NOT_BEGUN:
            yield Task(("RecordInvitationLetter",), since=admission.accepted_on)
        case Migration.INVITED:
            yield Task(("RecordVisaApplication",), since=admission.letter_on)
        case Migration.VISA_PENDING:
            yield Task(("RecordVisa", "RecordVisaRefusal"))
        case Migration.VISA_GRANTED if admission.visa:
            first, last = admission.visa.valid_from, admission.visa.valid_to
            yield Task(("RecordStudentArrival",), since=first, due=last)


def _while_here(admission: Admission) -> Iterator[Task]:
    if admission.registration_clock:
        yield from _by(admission.registration_clock, "RegisterPlaceOfStay")
    if admission.migration == Migration.PERMIT_APPLIED and admission.permit_application:
        yield Task(("RecordPermit",), since=admission.permit_application.on, whose=(*LIAISON, HEAD))
    elif admission.permit_clock and admission.registered:
        yield from _by(admission.permit_clock, "ApplyForPermit")


def _by(clock: RunningClock, command: str) -> Iterator[Task]:
    """Who has to do with the migration office, and the head besides once it is late."""
    whose = (*LIAISON, HEAD) if clock.overdue else LIAISON
    yield Task((command,), since=clock.started, due=clock.due, whose=whose)
