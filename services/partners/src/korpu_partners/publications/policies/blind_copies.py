"""The copy that reviewers are lent: nothing in it tells who wrote it, as far as a file can be looked into."""

from korpu_documents.properties import CannotLook
from korpu_partners.files import files
from korpu_partners.publications.domain.lifecycle import UNDER_REVIEW, PublicationStatus
from korpu_partners.publications.parts import Manuscript
from korpu_partners.publications.refusals.files import BlindCopyNamesSomebody, BlindCopyUnseen

READ = (PublicationStatus.SUBMITTED, *UNDER_REVIEW, PublicationStatus.RETURNED)


async def require_blind_copy(copy: Manuscript) -> None:
    """Refuse a copy that names somebody beside its text, or cannot be looked into."""
    try:
        named = await files.people_in(copy)
    except CannotLook:
        raise BlindCopyUnseen("file") from None
    if named:
        raise BlindCopyNamesSomebody("file", where=", ".join(named))
