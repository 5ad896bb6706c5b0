"""`AssignTranslator`: let an edition be translated from the present source."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import Day
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import GROWING, EditionStatus
from korpu_partners.publications.facts import PublicationEditionChanged
from korpu_partners.publications.policies.translation import BEGUN, STEPS, move_translation, require_step
from korpu_partners.publications.tables import Publication


class AssignTranslator(Changes):
    """Who translates, from the present source, and by when."""

    language: Language
    translator_id: UUID
    due: Day | None = None


@publications.changes(who=DEPARTMENT, when=GROWING, emits=[PublicationEditionChanged], refuses=STEPS)
async def assign_translator(publication: Publication, command: AssignTranslator, uow: UnitOfWork) -> None:
    """Let an edition be translated from the present source."""
    edition = require_step(publication, command.language, EditionStatus.PENDING, *BEGUN)
    begun = {"translator_id": command.translator_id, "due": command.due, "follows": publication.source_revision}
    await move_translation(
        publication, edition, EditionStatus.IN_TRANSLATION, uow, **begun, reviewer_id=None, reason=None
    )
