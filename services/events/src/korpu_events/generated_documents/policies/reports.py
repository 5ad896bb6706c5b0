"""What the report on a period says on paper: its figures drawn and in tables, what changed, and what units told."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from babel.numbers import format_decimal

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.editions import Edition
from korpu_documents.papers.letterhead import Names, our_names
from korpu_documents.papers.typesetting import (
    WRITTEN,
    Content,
    Languages,
    Manuscript,
    day,
    labelled,
    said,
    same,
    worded,
)
from korpu_events.generated_documents.domain.templates import EventTemplate, templates
from korpu_events.generated_documents.inputs import MakeReportPaper
from korpu_events.generated_documents.refusals import ReportNotFrozen
from korpu_events.reports.interface import (
    FrozenOnPaper,
    ReportOnPaper,
    frozen_on_paper,
    hold_report_version,
    label_of,
    report_on_paper,
)
from korpu_events.unit_reports.interface import PartOnPaper, accepted_parts

MOMENTS = frozenset({"year", "academic_year", "month", "term"})
"""Dimensions whose codes follow each other: their numbers are joined by a line."""
MOST_BARS = 25


async def report_paper(command: MakeReportPaper, uow: UnitOfWork) -> Manuscript:
    """What the report will say of a freeze, without numbers of few persons; before that is published, it is a draft."""
    report, languages = await report_on_paper(command.report_id, uow), command.languages
    frozen = await frozen_on_paper(report, command.freeze, uow)
    if frozen is None:
        raise ReportNotFrozen("freeze")
    edition = templates.chosen(EventTemplate.REPORT, command.template_version, languages)
    values = {"summary": said(report.summary, languages, "summary")} if report.summary else {}
    content = Content(
        edition=edition,
        languages=languages,
        number=report.code,
        on=frozen.frozen_on,
        title=said(report.title, languages, "title"),
        clauses=[edition.clause("summary", languages, values)] if report.summary else [],
        parties=[],
        more={
            "particulars": _particulars(report, frozen, edition, languages),
            "figures": [_drawn(each, edition, languages) for each in frozen.figures],
            "changed": _changed(frozen, edition, languages),
            "parts": [_part(each, languages) for each in await accepted_parts(report.id, uow)],
            "note": worded(edition, "withheld-note", languages),
        },
    )
    recorded = {
        "about": templates.title_of(edition.template, edition.version),
        "report_id": report.id,
        "unit": report.unit,
    }
    marked = content.marked(draft=not frozen.published)
    return Manuscript(report, hold_report_version, marked, {None: our_names(languages)}, recorded)


def _particulars(
    report: ReportOnPaper, frozen: FrozenOnPaper, edition: Edition, languages: Languages
) -> list[dict[str, Any]]:
    first, last = day(report.starts, languages), day(report.ends, languages)
    return labelled(
        edition,
        {
            "period": {each: f"{first[each]} – {last[each]}" for each in languages},
            "as-of": day(frozen.as_of, languages),
            "freeze": f"{frozen.number} · {frozen.sha256}",
            "units": ", ".join(report.accepted) or None,
            "left-out": ", ".join(report.without) or None,
            "restated": same(frozen.reason, languages) if frozen.reason else None,
        },
    )


def _drawn(figure: Mapping[str, Any], edition: Edition, languages: Languages) -> dict[str, Any]:
    """One indicator: a drawing where it has one dimension, and always the table."""
    rows = [
        [*(_called(each, cell["at"].get(each), languages) for each in figure["by"]), _number(cell, edition, languages)]
        for cell in figure["cells"]
    ]
    heads = [_headed(each, edition, languages) for each in figure["by"]]
    return {
        "name": _told(figure["name"], languages),
        "told": _told(figure["definition"], languages),
        **_drawing(figure, rows),
        "columns": [*(2 for _ in figure["by"]), 1],
        "head": [*heads, worded(edition, "value", languages)],
        "rows": rows,
    }


def _drawing(figure: Mapping[str, Any], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    greatest = max((cell["value"] or 0 for cell in figure["cells"]), default=0)
    if len(figure["by"]) != 1 or greatest <= 0 or len(rows) > MOST_BARS:
        return {"drawing": None, "drawn": []}
    drawn = [
        {"label": row[0], "value": row[-1], "share": round(100 * max(cell["value"] or 0, 0) / greatest, 2)}
        for row, cell in zip(rows, figure["cells"], strict=True)
    ]
    known = all(cell["value"] is not None for cell in figure["cells"])
    moments = figure["by"][0] in MOMENTS and len(rows) > 1 and known
    return {"drawing": "line" if moments else "bars", "drawn": drawn}


def _changed(frozen: FrozenOnPaper, edition: Edition, languages: Languages) -> list[dict[str, Any]]:
    """What a restatement changed, as one table; none where nothing did."""
    if not frozen.differences:
        return []
    names = {each["code"]: _told(each["name"], languages) for each in frozen.figures}
    rows = [
        [names.get(each["code"], each["code"]), _place(each["at"], languages), *_both(each, languages)]
        for each in frozen.differences
    ]
    return [
        {
            "name": worded(edition, "changed", languages),
            "told": same(frozen.reason or "", languages),
            "drawing": None,
            "drawn": [],
            "columns": [2, 2, 1, 1],
            "head": [*(worded(edition, each, languages) for each in ("indicator", "place", "before", "now"))],
            "rows": rows,
        }
    ]


def _both(change: Mapping[str, Any], languages: Languages) -> Iterator[Names | str]:
    yield from (_written(change[each], languages) for each in ("before", "now"))


def _place(at: Mapping[str, str | None], languages: Languages) -> Names:
    called = [_called(dimension, code, languages) for dimension, code in at.items()]
    return {each: ", ".join(names[each] for names in called) or "–" for each in languages}


def _part(part: PartOnPaper, languages: Languages) -> dict[str, Any]:
    """What a unit told; a question is shown in the languages in which it was asked, the answer as it was written."""
    answers = [
        {"question": {each: told.words.get(each) or told.any_words for each in languages}, "text": told.text}
        for told in part.answers
    ]
    return {"unit": part.unit, "answers": answers}


def _number(cell: Mapping[str, Any], edition: Edition, languages: Languages) -> Names | str:
    return worded(edition, "withheld", languages) if cell.get("withheld") else _written(cell["value"], languages)


def _written(value: float | None, languages: Languages) -> Names | str:
    if value is None:
        return "–"
    return {each: format_decimal(value, locale=WRITTEN.get(each, each)) for each in languages}


def _called(dimension: str, code: str | None, languages: Languages) -> Names:
    return {each: label_of(dimension, code, each) for each in languages}


def _headed(dimension: str, edition: Edition, languages: Languages) -> Names | str:
    return worded(edition, dimension, languages) if dimension in edition.words else dimension


def _told(texts: Mapping[str, str], languages: Languages) -> Names:
    """The words in each language, else in one that is there."""
    spare = next(iter(texts.values()), "")
    return {each: texts.get(each, spare) for each in languages}
