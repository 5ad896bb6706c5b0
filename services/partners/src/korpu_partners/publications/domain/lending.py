"""Who may have the files of a work: drafts, blind copies, and what has come out."""

from collections.abc import Sequence

from korpu_chassis.identity.access_tokens import Principal
from korpu_documents.attachments import Attachment
from korpu_partners.permissions import AUDITOR, COORDINATOR, DEPARTMENT, STAFF
from korpu_partners.publications.domain.lifecycle import UNDER_REVIEW
from korpu_partners.publications.parts import Manuscript, Review
from korpu_partners.publications.tables import Publication

DRAFT_READERS = (
    *DEPARTMENT,
    AUDITOR,
    COORDINATOR.of("unit"),
    STAFF.own("author_ids"),
    STAFF.own("translator_ids"),
)


def files_of(publication: Publication) -> Sequence[Attachment]:
    """Every file of every edition."""
    return (*publication.manuscripts, *publication.print_files)


def may_have(publication: Publication, file: Attachment, who: Principal) -> bool:
    """Drafts stay with the department, its writers and their faculty; who reads the work may have what is printed."""
    return not isinstance(file, Manuscript) or any(role.admits(who, publication) for role in DRAFT_READERS)


def is_open(publication: Publication, file: Attachment) -> bool:
    """Anybody may have what the office has opened to all."""
    return file in publication.open_files


def is_lent(publication: Publication, file: Attachment, who: Principal) -> bool:
    """A reviewer has the blind copy until the review is in, and nothing else."""
    return isinstance(file, Manuscript) and file.blind and bool(asked_of(publication, who))


def asked_of(publication: Publication, who: Principal) -> list[Review]:
    """The reviews of this work that the caller still owes."""
    if who.person_id is None or publication.status not in UNDER_REVIEW:
        return []
    return [each for each in publication.reviews if each.reviewer_id == who.person_id and each.verdict is None]
