"""`ApproveTranslation`: approve a translation that follows the present source."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.freshness import may_come_out
from korpu_partners.publications.domain.lifecycle import GROWING, EditionStatus
from korpu_partners.publications.facts import PublicationEditionChanged
from korpu_partners.publications.policies.translation import STEPS, move_translation, require_review
from korpu_partners.publications.refusals.general import EditionOutdated, TranslatorReviews
from korpu_partners.publications.tables import Publication


class ApproveTranslation(Changes):
    """Who has compared the translation with the source."""

    language: Language
    reviewer_id: UUID


@publications.changes(
    who=DEPARTMENT,
    when=GROWING,
    emits=[PublicationEditionChanged],
    refuses=[*STEPS, TranslatorReviews, EditionOutdated],
)
async def approve_translation(publication: Publication, command: ApproveTranslation, uow: UnitOfWork) -> None:
    """Approve a translation that follows the present source, or an older one by the head's word."""
    edition = require_review(publication, command.language, command.reviewer_id)
    if not may_come_out(edition, publication.source_revision):
        raise EditionOutdated("language", language=command.language)
    await move_translation(
        publication, edition, EditionStatus.APPROVED, uow, reviewer_id=command.reviewer_id, reason=None
    )
