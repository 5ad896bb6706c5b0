"""What events' other aggregates may ask of units' parts of reports: ids come in, values go out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.report_templates.interface import TemplateEdition
from korpu_events.unit_reports.domain.lifecycle import LIVING, UnitReportStatus
from korpu_events.unit_reports.facts import UnitReportRequested, UnitReportWithdrawn
from korpu_events.unit_reports.parts import AskedQuestion, QuestionWords
from korpu_events.unit_reports.policies.earlier import latest_parts
from korpu_events.unit_reports.tables import UnitReport


@dataclass(frozen=True)
class PartsAsked:
    """Of which report units are asked for their part."""

    report_id: UUID
    report_code: str
    template: TemplateEdition
    starts: date
    ends: date
    due: date


async def ask_units(asked: PartsAsked, units: Sequence[str], uow: UnitOfWork) -> None:
    """Ask each unit for its part, in the story at hand."""
    if not units:
        return
    earlier = await latest_parts(asked.template.id, asked.starts, uow)
    questions = tuple(
        AskedQuestion(
            id=each.id,
            words=QuestionWords(**{str(language): said.text for language, said in each.words.texts.items()}),
            required=each.required,
        )
        for each in asked.template.questions
    )
    parts = [
        UnitReport(
            code=f"{asked.report_code}-{number:02}",
            status=UnitReportStatus.REQUESTED,
            unit=unit,
            report_id=asked.report_id,
            template_id=asked.template.id,
            starts=asked.starts,
            ends=asked.ends,
            due=asked.due,
            questions=questions,
            earlier_id=earlier.get(unit),
        )
        for number, unit in enumerate(units, start=1)
    ]
    await uow.emit_all([(part, UnitReportRequested()) for part in parts])


@dataclass(frozen=True)
class AnswerOnPaper:
    """A question as it was asked, and what the unit said."""

    words: Mapping[str, str]
    text: str

    @property
    def any_words(self) -> str:
        """The question in a language in which it was asked."""
        return next(iter(self.words.values()))


@dataclass(frozen=True)
class PartOnPaper:
    """What a unit told of the period."""

    unit: str
    answers: Sequence[AnswerOnPaper]


async def accepted_parts(report_id: UUID, uow: UnitOfWork) -> list[PartOnPaper]:
    """The parts that were accepted, in the order of units."""
    accepted = (col(UnitReport.report_id) == report_id, col(UnitReport.status) == UnitReportStatus.ACCEPTED)
    found = sorted(await uow.find(UnitReport, *accepted), key=lambda part: str(part.unit))
    return [PartOnPaper(str(part.unit), list(_told(part))) for part in found]


def _told(part: UnitReport) -> Iterator[AnswerOnPaper]:
    asked = {each.id: each.words.model_dump(exclude_none=True) for each in part.questions}
    for answer in part.answers:
        yield AnswerOnPaper(asked[answer.question], answer.text)


async def withdraw_parts(report_id: UUID, reason: str, uow: UnitOfWork, *, of: Sequence[str] | None = None) -> None:
    """Ask nobody any more for the parts of a report, or these units: it was withdrawn, or goes on without them."""
    whose = col(UnitReport.unit).in_(of) if of is not None else True
    of_it = (col(UnitReport.report_id) == report_id, col(UnitReport.status).in_(LIVING), whose)
    for part in await uow.lock_all(UnitReport, *of_it, order=col(UnitReport.id)):
        part.status, part.overdue, part.reason = UnitReportStatus.WITHDRAWN, False, reason
        await uow.emit(part, UnitReportWithdrawn(reason=reason))
