"""`CheckAdmissionDocuments`: find the documents of the application in order."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.documents import require_in_order
from korpu_mobility.admissions.domain.lifecycle import Status
from korpu_mobility.admissions.facts import AdmissionDocumentsChecked
from korpu_mobility.admissions.refusals.documents import DocumentsExpired, DocumentsMissing, DocumentsUnfit
from korpu_mobility.admissions.rules import DOCUMENTS
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import DESK


class CheckAdmissionDocuments(Changes):
    """The documents were looked at."""


@admissions.changes(
    who=DESK,
    when=[Status.APPLIED],
    to=[Status.DOCUMENTS_CHECKED],
    emits=[AdmissionDocumentsChecked],
    refuses=[DocumentsMissing, DocumentsExpired, DocumentsUnfit],
)
async def check_admission_documents(admission: Admission, command: CheckAdmissionDocuments, uow: UnitOfWork) -> None:
    """Find the documents in order, by the rule of the day of the application."""
    rule = DOCUMENTS.holding(admission.applied_on or uow.today)
    require_in_order(admission.documents, rule.needed, rule.legalised, admission.education_country, uow.today)
    admission.status = Status.DOCUMENTS_CHECKED
    await uow.emit(admission, AdmissionDocumentsChecked())
