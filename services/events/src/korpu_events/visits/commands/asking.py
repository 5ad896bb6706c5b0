"""The first letter: who wants to come, or to go, and when."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Corrects, Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import Notice
from korpu_chassis.validation.codes import Day, Text
from korpu_events.inbox.organisations import going_on
from korpu_events.people import COORDINATOR, HEAD, OFFICER
from korpu_events.visits.fields import Line, Title, Unit
from korpu_events.visits.lifecycle import UNFINISHED, VisitStatus, in_order
from korpu_events.visits.messages.course import VisitCorrected, VisitRequested
from korpu_events.visits.refusals.course import AlreadyPast, EndsBeforeItStarts
from korpu_events.visits.room import visits
from korpu_events.visits.tables import Visit
from korpu_events.visits.words import Direction, Rank

Organisations = Annotated[
    tuple[UUID, ...], Field(max_length=30, description="Whose delegation it is, or who is visited.")
]


class OrganisationNotHeard(Notice):
    """Nobody has told of an organisation that was named."""

    code = "organisation-not-heard"
    text = {
        "az": "Göstərilən təşkilat haqqında hələ məlumat gəlməyib; yoxlayın.",
        "en": "Nothing has been heard of this organisation yet; check it.",
        "ru": "Об этой организации ещё нет сведений; проверьте её.",
    }


class OrganisationGone(Notice):
    """An organisation that was named is archived."""

    code = "organisation-gone"
    text = {
        "az": "Göstərilən təşkilat artıq fəal deyil (vəziyyəti: {status}).",
        "en": "This organisation is no longer active (its status: {status}).",
        "ru": "Эта организация больше не активна (статус: {status}).",
    }


class RequestVisit(Creates):
    """A delegation that wants to come, or one of ours that wants to go."""

    direction: Direction
    title: Title
    purpose: Text
    organisations: Organisations = ()
    head_level: Annotated[Rank, Field(description="The level of the head of the delegation; protocol follows from it.")]
    starts: Day
    ends: Day
    unit: Unit | None = None
    letter: Annotated[Line | None, Field(description="Number and date of the incoming letter.")] = None
    letter_id: UUID | None = None


class CorrectVisit(Corrects):
    """What is to be written differently; what is left out stays."""

    title: Title | None = None
    purpose: Text | None = None
    organisations: Organisations | None = None
    head_level: Rank | None = None
    letter: Line | None = None
    letter_id: UUID | None = None


@visits.creates(
    who=[OFFICER, HEAD, COORDINATOR.of("unit")],
    to=[VisitStatus.REQUESTED],
    emits=[VisitRequested],
    refuses=[EndsBeforeItStarts],
)
async def request_visit(command: RequestVisit, uow: UnitOfWork) -> Visit:
    """Register the wish of a delegation to come, or of ours to go."""
    in_order(command.starts, command.ends)
    if command.ends < uow.today:
        uow.warn(AlreadyPast("ends"))
    organisations = await _known_as(command.organisations, uow)
    year = uow.today.year
    visit = Visit(
        **command.model_dump(exclude={"idempotency_key", "title", "organisations"}),
        organisations=organisations,
        code=f"VIS-{year}-{await uow.number(f'VIS-{year}'):03}",
        status=VisitStatus.REQUESTED,
        title=LocalizedText.of(command.title),
    )
    await uow.emit(visit, VisitRequested())
    return visit


@visits.changes(who=[OFFICER, HEAD, COORDINATOR.of("unit")], when=UNFINISHED, emits=[VisitCorrected])
async def correct_visit(visit: Visit, command: CorrectVisit, uow: UnitOfWork) -> None:
    """Put right what was written about a visit; its days are moved by rescheduling."""
    given = command.model_dump(exclude={"id", "seen", "idempotency_key", "title"}, exclude_none=True)
    if command.organisations is not None:
        given["organisations"] = await _known_as(command.organisations, uow)
    for name, value in given.items():
        setattr(visit, name, value)
    if command.title:
        visit.title = visit.title.edited(command.title)
    await uow.emit(visit, VisitCorrected())


async def _known_as(named: tuple[UUID, ...], uow: UnitOfWork) -> tuple[UUID, ...]:
    """The organisations, each once and by the successor's id if it was merged; what is doubtful is pointed out."""
    known: list[UUID] = []
    for place, organisation_id in enumerate(named):
        heard = await going_on(organisation_id, uow)
        if heard is None:
            uow.warn(OrganisationNotHeard(f"organisations.{place}"))
        elif heard.status == "archived":
            uow.warn(OrganisationGone(f"organisations.{place}", status=heard.status))
        known.append(heard.id if heard else organisation_id)
    return tuple(dict.fromkeys(known))
