"""`RemovePersonFile`: take a file out of a person's restricted file."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.attaching import require_attached
from korpu_documents.refusals import UnknownAttachment
from korpu_mobility.people.aggregate import ITSELF, people
from korpu_mobility.people.domain.lifecycle import Status
from korpu_mobility.people.facts import PersonFileChanged
from korpu_mobility.people.policies.documents import keep_files
from korpu_mobility.people.tables import Person
from korpu_mobility.permissions import OFFICE


class RemovePersonFile(Changes):
    """Which file goes; why is nobody's business but the person's."""

    attachment_id: UUID


@people.changes(who=(*OFFICE, ITSELF), when=[Status.REGISTERED], emits=[PersonFileChanged], refuses=[UnknownAttachment])
async def remove_person_file(person: Person, command: RemovePersonFile, uow: UnitOfWork) -> None:
    """Take a file out of the restricted file; one that hangs nowhere else is deleted."""
    gone = require_attached(person.attachments, command.attachment_id)
    await keep_files(person, tuple(each for each in person.files if each.file.id != gone.id), uow)
    await uow.emit(person, PersonFileChanged())
