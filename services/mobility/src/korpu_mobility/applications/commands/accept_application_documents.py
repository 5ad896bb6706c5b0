"""`AcceptApplicationDocuments`: documents were looked at, and are good."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.content import accepted
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.facts import ApplicationDocumentsAccepted
from korpu_mobility.applications.inputs import Documents
from korpu_mobility.applications.refusals.content import DocumentNotAsked, DocumentNotBrought
from korpu_mobility.applications.tables import Application
from korpu_mobility.permissions import DESK


class AcceptApplicationDocuments(Changes):
    """Which of the documents are as they should be."""

    document_ids: Annotated[Documents, Field(min_length=1)]


@applications.changes(
    who=DESK,
    when=[Status.SUBMITTED],
    emits=[ApplicationDocumentsAccepted],
    refuses=[DocumentNotAsked, DocumentNotBrought],
)
async def accept_application_documents(
    application: Application, command: AcceptApplicationDocuments, uow: UnitOfWork
) -> None:
    """Say that documents were looked at, and are good."""
    application.handed = accepted(application.handed, command.document_ids)
    await uow.emit(application, ApplicationDocumentsAccepted(document_ids=command.document_ids))
