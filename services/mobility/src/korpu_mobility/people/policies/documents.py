"""The restricted file: passports, visas and health notes, and the clock that empties it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.people.aggregate import ITSELF
from korpu_mobility.people.domain.retention import DocumentKind
from korpu_mobility.people.tables import FiledDocument, Person, RestrictedDocument
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


async def empty_file(person_id: UUID, uow: UnitOfWork) -> None:
    """Destroy all restricted documents of a person."""
    await uow.session.execute(delete(RestrictedDocument).where(col(RestrictedDocument.person_id) == person_id))


def is_kept(document: FiledDocument, day: date) -> bool:
    """Whether a document is still kept on a day."""
    return document.keep_until > day
