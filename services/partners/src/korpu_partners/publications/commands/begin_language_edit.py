"""`BeginLanguageEdit`: let the language be polished, once all reviews are in."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.domain.rounds import require_external_round
from korpu_partners.publications.facts import PublicationLanguageEditBegun
from korpu_partners.publications.policies.review_requests import COMPLETE
from korpu_partners.publications.tables import Publication


class BeginLanguageEdit(Changes):
    """The reviewers have spoken."""


@publications.changes(
    who=DEPARTMENT,
    when=[PublicationStatus.EXTERNAL_REVIEW],
    to=[PublicationStatus.LANGUAGE_EDIT],
    emits=[PublicationLanguageEditBegun],
    refuses=COMPLETE,
    requires=[require_external_round],
)
async def begin_language_edit(publication: Publication, command: BeginLanguageEdit, uow: UnitOfWork) -> None:
    """Let the language be polished, once all reviews are in."""
    publication.status = PublicationStatus.LANGUAGE_EDIT
    await uow.emit(publication, PublicationLanguageEditBegun())
