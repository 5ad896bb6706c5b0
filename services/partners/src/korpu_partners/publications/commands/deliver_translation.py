"""`DeliverTranslation`: record a translation, and the revision of the source that it follows."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import whole_number
from korpu_partners.permissions import DEPARTMENT, STAFF
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.freshness import require_own_edition
from korpu_partners.publications.domain.lifecycle import GROWING, EditionStatus
from korpu_partners.publications.facts import PublicationEditionChanged
from korpu_partners.publications.policies.translation import BEGUN, STEPS, move_translation, require_step
from korpu_partners.publications.refusals.general import EditionOfAnother, NoSuchRevision
from korpu_partners.publications.tables import Publication


class DeliverTranslation(Changes):
    """The translation is here, or was brought up to date."""

    language: Language
    follows: Annotated[
        int,
        Field(strict=True, ge=1, le=10_000, description="The revision of the source that it follows."),
        whole_number,
    ]


@publications.changes(
    who=[*DEPARTMENT, STAFF.own("translator_ids")],
    when=GROWING,
    emits=[PublicationEditionChanged],
    refuses=[*STEPS, NoSuchRevision, EditionOfAnother],
)
async def deliver_translation(publication: Publication, command: DeliverTranslation, uow: UnitOfWork) -> None:
    """Record a translation, and the revision of the source that it follows."""
    edition = require_step(publication, command.language, *BEGUN)
    require_own_edition(edition, uow.principal)
    if command.follows > publication.source_revision:
        raise NoSuchRevision("follows", revision=publication.source_revision)
    await move_translation(publication, edition, EditionStatus.IN_REVIEW, uow, follows=command.follows, reason=None)
