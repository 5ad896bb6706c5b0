"""Planning a publication, and correcting what is known of it."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes, Corrects, Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language, LocalizedText, Texts
from korpu_chassis.validation.codes import Country, Eqf, IscedF, Text
from korpu_partners.corrections import FORGOTTEN, corrected, worded
from korpu_partners.known import rests_on
from korpu_partners.people import COORDINATOR, DEPARTMENT
from korpu_partners.publications.lifecycle import GROWING, STANDING, PublicationStatus
from korpu_partners.publications.messages import PublicationCorrected, PublicationEditionAdded, PublicationPlanned
from korpu_partners.publications.parts import Audience, Edition, Kind
from korpu_partners.publications.refusals import EditionExists, ReviewerIsAuthor
from korpu_partners.publications.room import publications
from korpu_partners.publications.tables import Publication

Authors = Annotated[
    tuple[UUID, ...], Field(min_length=1, max_length=50, description="Persons, as mobility knows them.")
]
Countries = Annotated[tuple[Country, ...], Field(max_length=50, description="For which countries it is meant.")]
Audiences = Annotated[tuple[Audience, ...], Field(max_length=4)]
Levels = Annotated[tuple[Eqf, ...], Field(max_length=8)]
Short = Annotated[Text, Field(max_length=300, description="No names of persons.")]
Unit = Annotated[Text, Field(max_length=100)]
Title = Annotated[Texts, Field(description="No names of persons.")]


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
    await rests_on(uow, agreement_id=command.agreement_id, project_id=command.project_id)
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


Forgettable = Literal["annotation", "unit", "programme", "agreement_id", "project_id", "funding"]


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
    await rests_on(uow, agreement_id=command.agreement_id, project_id=command.project_id)
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


class AddEdition(Changes):
    """In which language it shall come out besides."""

    language: Language


@publications.changes(who=DEPARTMENT, when=GROWING, emits=[PublicationEditionAdded], refuses=[EditionExists])
async def add_edition(publication: Publication, command: AddEdition, uow: UnitOfWork) -> None:
    """Plan an edition in one more language."""
    if command.language in publication.languages:
        raise EditionExists("language", language=command.language)
    publication.kept_editions = (*publication.kept_editions, Edition(language=command.language))
    await uow.emit(publication, PublicationEditionAdded(language=command.language))
