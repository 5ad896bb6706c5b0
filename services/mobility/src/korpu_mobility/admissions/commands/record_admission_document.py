"""`RecordAdmissionDocument`: enter a document of the application, or its new form."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.documents import with_entry
from korpu_mobility.admissions.domain.lifecycle import NOT_BEGUN, require_happened
from korpu_mobility.admissions.facts import AdmissionDocumentRecorded
from korpu_mobility.admissions.parts import ChecklistEntry
from korpu_mobility.admissions.refusals.course import AdmissionInFuture
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import DESK


class RecordAdmissionDocument(Changes):
    """One document of the application; of each kind the last entry holds."""

    entry: ChecklistEntry


@admissions.changes(who=DESK, when=NOT_BEGUN, emits=[AdmissionDocumentRecorded], refuses=[AdmissionInFuture])
async def record_admission_document(admission: Admission, command: RecordAdmissionDocument, uow: UnitOfWork) -> None:
    """Enter a document of the application, or its new form."""
    require_happened(command.entry.received, uow.today, "entry.received")
    admission.documents = with_entry(admission.documents, command.entry)
    await uow.emit(admission, AdmissionDocumentRecorded())
