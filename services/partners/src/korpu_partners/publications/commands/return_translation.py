"""`ReturnTranslation`: return a translation to its translator."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import GROWING, EditionStatus
from korpu_partners.publications.facts import PublicationEditionChanged
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.policies.translation import STEPS, move_translation, require_review
from korpu_partners.publications.refusals.general import TranslatorReviews
from korpu_partners.publications.tables import Publication


class ReturnTranslation(Changes):
    """Who has compared the translation with the source, and what is to be mended."""

    language: Language
    reviewer_id: UUID
    reason: Reason


@publications.changes(
    who=DEPARTMENT, when=GROWING, emits=[PublicationEditionChanged], refuses=[*STEPS, TranslatorReviews]
)
async def return_translation(publication: Publication, command: ReturnTranslation, uow: UnitOfWork) -> None:
    """Return a translation to its translator."""
    edition = require_review(publication, command.language, command.reviewer_id)
    mended = {"reviewer_id": command.reviewer_id, "reason": command.reason}
    await move_translation(publication, edition, EditionStatus.RETURNED, uow, **mended)
