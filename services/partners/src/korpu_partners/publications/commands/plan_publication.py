"""`PlanPublication`: plan a work of scientific-methodical literature."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language, LocalizedText
from korpu_chassis.validation.codes import IscedF
from korpu_partners.agreements.interface import require_agreement
from korpu_partners.permissions import COORDINATOR, DEPARTMENT
from korpu_partners.projects.interface import require_project
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import PublicationStatus
from korpu_partners.publications.domain.plan import Audiences, Authors, Countries, Levels, Short, Title, Unit
from korpu_partners.publications.facts import PublicationPlanned
from korpu_partners.publications.parts import Edition, Kind
from korpu_partners.publications.tables import Publication


class PlanPublication(Creates):
    """What shall be written, by whom and for whom; the source is the language in which it is written."""

    kind: Kind
    title: Title
    annotation: Title | None = None
    discipline: IscedF
    source_language: Language
    languages: Annotated[tuple[Language, ...], Field(max_length=5, description="The translations planned.")] = ()
    author_ids: Authors
    countries: Countries = ()
    audience: Audiences = ()
    eqf: Levels = ()
    unit: Unit | None = None
    programme: Short | None = None
    agreement_id: UUID | None = None
    project_id: UUID | None = None
    funding: Short | None = None
    open_access: bool = False


@publications.creates(
    who=[*DEPARTMENT, COORDINATOR.of("unit")], to=[PublicationStatus.PLANNED], emits=[PublicationPlanned]
)
async def plan_publication(command: PlanPublication, uow: UnitOfWork) -> Publication:
    """Plan a work of scientific-methodical literature."""
    await require_agreement(command.agreement_id, uow)
    await require_project(command.project_id, uow)
    languages = dict.fromkeys((command.source_language, *command.languages))
    told = command.model_dump(exclude={"idempotency_key", "title", "annotation", "languages"})
    given: dict[str, Any] = {name: list(value) if isinstance(value, tuple) else value for name, value in told.items()}
    series = f"PUB-{uow.today.year}"
    publication = Publication(
        **given,
        status=PublicationStatus.PLANNED,
        code=f"{series}-{await uow.number(series):03d}",
        title=LocalizedText.of(command.title),
        annotation=LocalizedText.of(command.annotation) if command.annotation else None,
        kept_editions=tuple(
            Edition(language=each, follows=1 if each == command.source_language else None) for each in languages
        ),
    )
    await uow.emit(publication, PublicationPlanned())
    return publication
