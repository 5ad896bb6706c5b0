"""From the first letter to the decision: who asks, what is looked at, who says yes or no."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.codes import Day, Text
from korpu_chassis.commands import Changes, Creates
from korpu_chassis.refusals import Notice
from korpu_chassis.text import LocalizedText
from korpu_chassis.work import Work
from korpu_events.inbox.tables import HeardOrganisation
from korpu_events.people import COORDINATOR, HEAD, OFFICER, RECTORATE
from korpu_events.visits.lifecycle import (
    UNFINISHED,
    AlreadyPast,
    ApproverIsAuthor,
    EndsBeforeItStarts,
    ListFull,
    NotScreened,
    ScreeningConcern,
    VisitStatus,
    has_room,
    in_order,
    may_approve,
)
from korpu_events.visits.messages import (
    VisitApproved,
    VisitChecked,
    VisitCorrected,
    VisitDeclined,
    VisitRequested,
    VisitScreeningBegan,
)
from korpu_events.visits.parts import Check, CheckKind, Direction, Line, Rank, Title, Unit
from korpu_events.visits.room import visits
from korpu_events.visits.tables import Visit

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
    """An organisation that was named is archived or merged into another."""

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


class CorrectVisit(Changes):
    """What is to be written differently; what is left out stays."""

    title: Title | None = None
    purpose: Text | None = None
    organisations: Organisations | None = None
    head_level: Rank | None = None
    letter: Line | None = None
    letter_id: UUID | None = None


class BeginScreening(Changes):
    """Which visit is looked at."""


class RecordCheck(Changes):
    """The result of one look at the visit."""

    kind: CheckKind
    clear: Annotated[bool, Field(description="False when the check has found a concern.")]
    note: Text | None = None


class ApproveVisit(Changes):
    """Which visit may take place."""

    despite: Annotated[Text | None, Field(description="Why it is approved although a check found a concern.")] = None


class DeclineVisit(Changes):
    """Which visit will not take place, and why."""

    reason: Text


@visits.creates(
    who=[OFFICER, HEAD, COORDINATOR.of("unit")],
    to=[VisitStatus.REQUESTED],
    says=[VisitRequested],
    refuses=[EndsBeforeItStarts],
)
async def request_visit(command: RequestVisit, work: Work) -> Visit:
    """Register the wish of a delegation to come, or of ours to go."""
    in_order(command.starts, command.ends)
    if command.ends < work.today:
        work.warn(AlreadyPast("ends"))
    await _warn_of_organisations(command.organisations, work)
    year = work.today.year
    visit = Visit(
        **command.model_dump(exclude={"idempotency_key", "title"}),
        code=f"VIS-{year}-{await work.number(f'VIS-{year}'):03}",
        status=VisitStatus.REQUESTED,
        title=LocalizedText.of(command.title),
    )
    await work.say(visit, VisitRequested())
    return visit


@visits.changes(who=[OFFICER, HEAD, COORDINATOR.of("unit")], when=UNFINISHED, says=[VisitCorrected])
async def correct_visit(visit: Visit, command: CorrectVisit, work: Work) -> None:
    """Put right what was written about a visit; its days are moved by rescheduling."""
    given = command.model_dump(exclude={"id", "seen", "idempotency_key", "title"}, exclude_none=True)
    await _warn_of_organisations(given.get("organisations", ()), work)
    for name, value in given.items():
        setattr(visit, name, value)
    if command.title:
        visit.title = visit.title.edited(command.title)
    await work.say(visit, VisitCorrected())


@visits.changes(
    who=[OFFICER, HEAD], when=[VisitStatus.REQUESTED], to=[VisitStatus.SCREENING], says=[VisitScreeningBegan]
)
async def begin_screening(visit: Visit, command: BeginScreening, work: Work) -> None:
    """Begin to look at a visit before somebody decides on it."""
    visit.status = VisitStatus.SCREENING
    await work.say(visit, VisitScreeningBegan())


@visits.changes(who=[OFFICER, HEAD], when=[VisitStatus.SCREENING], says=[VisitChecked], refuses=[ListFull])
async def record_check(visit: Visit, command: RecordCheck, work: Work) -> None:
    """Write down what a check has found; a later check of the same kind takes its place."""
    has_room(visit.checks)
    check = Check(kind=command.kind, clear=command.clear, note=command.note, by=work.principal.subject, on=work.today)
    visit.checks = (*visit.checks, check)
    await work.say(visit, VisitChecked(kind=check.kind, clear=check.clear))


@visits.changes(
    who=[HEAD, RECTORATE],
    when=[VisitStatus.SCREENING],
    to=[VisitStatus.APPROVED],
    says=[VisitApproved],
    refuses=[ApproverIsAuthor, NotScreened, ScreeningConcern],
    barred={"author": ApproverIsAuthor},
)
async def approve_visit(visit: Visit, command: ApproveVisit, work: Work) -> None:
    """Let the visit take place; whoever asked for it does not decide."""
    may_approve(visit.checks, command.despite)
    work.why = command.despite
    visit.status = VisitStatus.APPROVED
    await work.say(visit, VisitApproved(by=work.principal.subject))


@visits.changes(
    who=[HEAD, RECTORATE],
    when=[VisitStatus.REQUESTED, VisitStatus.SCREENING],
    to=[VisitStatus.DECLINED],
    says=[VisitDeclined],
    refuses=[ApproverIsAuthor],
    barred={"author": ApproverIsAuthor},
)
async def decline_visit(visit: Visit, command: DeclineVisit, work: Work) -> None:
    """Say no to a visit, with the reason; whoever asked for it does not decide."""
    visit.status = VisitStatus.DECLINED
    visit.reason = command.reason
    await work.say(visit, VisitDeclined(reason=command.reason))


async def _warn_of_organisations(named: tuple[UUID, ...], work: Work) -> None:
    for place, organisation_id in enumerate(named):
        heard = await work.session.get(HeardOrganisation, organisation_id)
        if heard is None:
            work.warn(OrganisationNotHeard(f"organisations.{place}"))
        elif heard.status in {"archived", "merged"}:
            work.warn(OrganisationGone(f"organisations.{place}", status=heard.status))
