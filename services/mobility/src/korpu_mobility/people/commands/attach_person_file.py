"""`AttachPersonFile`: put a file into a person's restricted file."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, LanguageTag, Personal
from korpu_documents.attaching import NOT_ADDED, require_new
from korpu_documents.attachments import Sha256
from korpu_mobility.files import files
from korpu_mobility.people.aggregate import ITSELF, people
from korpu_mobility.people.domain.lifecycle import Status
from korpu_mobility.people.domain.retention import PersonFileKind, file_keep_until
from korpu_mobility.people.facts import PersonFileChanged
from korpu_mobility.people.tables import Person, PersonFile
from korpu_mobility.permissions import OFFICE


class AttachPersonFile(Changes):
    """A file that was uploaded before, by its hash, and what it is."""

    kind: PersonFileKind
    file: Sha256
    language: LanguageTag | None = None
    expires: Annotated[
        Day | None, Personal, Field(description="Until when it is valid; a year later it is deleted.")
    ] = None


@people.changes(who=(*OFFICE, ITSELF), when=[Status.REGISTERED], emits=[PersonFileChanged], refuses=[*NOT_ADDED])
async def attach_person_file(person: Person, command: AttachPersonFile, uow: UnitOfWork) -> None:
    """Put a CV, a certificate, a diploma or a passport's copy into the restricted file; messages do not say which."""
    require_new(person.attachments, command.file)
    title = f"{person.code} {command.kind.replace('_', ' ')}"
    new = PersonFile(
        kind=command.kind,
        file=await files.attach(uow, person, command.file, title, language=command.language),
        expires=command.expires,
        keep_until=file_keep_until(command.kind, uow.today, command.expires),
    )
    person.files = (*person.files, new)
    await uow.emit(person, PersonFileChanged())
