"""The restricted file: passports, visas, health notes and files, and the clock that empties it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_documents.attachments import Attachment
from korpu_mobility.files import files
from korpu_mobility.people.aggregate import ITSELF
from korpu_mobility.people.domain.retention import DocumentKind
from korpu_mobility.people.tables import FiledDocument, Person, PersonFile, RestrictedDocument
from korpu_mobility.permissions import AUDITOR, OFFICE

MAY_READ = {
    DocumentKind.PASSPORT: (*OFFICE, AUDITOR, ITSELF),
    DocumentKind.VISA: (*OFFICE, AUDITOR, ITSELF),
    # Health is nobody's business who does not arrange the stay: an auditor sees that the note exists and who read it.
    DocumentKind.HEALTH: (*OFFICE, ITSELF),
}


async def documents_of(person: Person, uow: UnitOfWork) -> Sequence[RestrictedDocument]:
    """Those documents of a person that the caller may see; each kind has its own permission."""
    kinds = [kind for kind, roles in MAY_READ.items() if any(role.admits(uow.principal, person) for role in roles)]
    return await uow.find(
        RestrictedDocument, col(RestrictedDocument.person_id) == person.id, col(RestrictedDocument.kind).in_(kinds)
    )


def reads_files(person: Person, who: Principal) -> bool:
    """Whether somebody may read a person's files: those who read passports."""
    return any(role.admits(who, person) for role in MAY_READ[DocumentKind.PASSPORT])


def gives(person: Person, _: Attachment, who: Principal) -> bool:
    """Whoever may read a person's files may have them."""
    return reads_files(person, who)


async def empty_file(person: Person, uow: UnitOfWork) -> None:
    """Destroy all restricted documents and files of a person."""
    await uow.session.execute(delete(RestrictedDocument).where(col(RestrictedDocument.person_id) == person.id))
    await keep_files(person, (), uow)


async def keep_files(person: Person, kept: tuple[PersonFile, ...], uow: UnitOfWork) -> None:
    """Of a person's files keep these; what hangs nowhere else is deleted."""
    held, person.files = person.files, kept
    for each in held:
        if each not in kept:
            await files.detach(uow, person, each.file)


def is_kept(document: FiledDocument | PersonFile, day: date) -> bool:
    """Whether a document or a file is still kept on a day."""
    return document.keep_until is None or document.keep_until > day
