"""`CorrectPublication`: correct what is known of a publication; an edited text leaves its translations outdated."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import IscedF
from korpu_partners.agreements.interface import require_agreement
from korpu_partners.corrections import FORGOTTEN, corrected, worded
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.projects.interface import require_project
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import STANDING
from korpu_partners.publications.domain.plan import (
    Audiences,
    Authors,
    Countries,
    Forgettable,
    Levels,
    Short,
    Title,
    Unit,
)
from korpu_partners.publications.facts import PublicationCorrected
from korpu_partners.publications.parts import Kind
from korpu_partners.publications.refusals.general import ReviewerIsAuthor
from korpu_partners.publications.tables import Publication


class CorrectPublication(Corrects):
    """What is otherwise; what is left out stays, and what is to be forgotten goes."""

    title: Title | None = None
    annotation: Title | None = None
    kind: Kind | None = None
    discipline: IscedF | None = None
    author_ids: Authors | None = None
    countries: Countries | None = None
    audience: Audiences | None = None
    eqf: Levels | None = None
    unit: Unit | None = None
    programme: Short | None = None
    agreement_id: UUID | None = None
    project_id: UUID | None = None
    funding: Short | None = None
    open_access: bool | None = None
    forget: Annotated[tuple[Forgettable, ...], Field(max_length=6, description=FORGOTTEN)] = ()


@publications.changes(who=DEPARTMENT, when=STANDING, emits=[PublicationCorrected], refuses=[ReviewerIsAuthor])
async def correct_publication(publication: Publication, command: CorrectPublication, uow: UnitOfWork) -> None:
    """Correct what is known of a publication; an edited text leaves its translations outdated."""
    if set(command.author_ids or ()) & {each.reviewer_id for each in publication.reviews}:
        raise ReviewerIsAuthor("author_ids")
    await require_agreement(command.agreement_id, uow)
    await require_project(command.project_id, uow)
    for name, value in corrected(command).items():
        if value is None or name not in {"title", "annotation"}:
            setattr(publication, name, value)
    if command.author_ids:
        publication.author_line = None
    if command.title:
        publication.title = publication.title.edited(command.title)
    if command.annotation:
        publication.annotation = worded(publication.annotation, command.annotation)
    texts = [each for each in (publication.title, publication.annotation) if each]
    outdated = dict.fromkeys(language for text in texts for language in text.outdated())
    await uow.emit(publication, PublicationCorrected(outdated=tuple(outdated)))
