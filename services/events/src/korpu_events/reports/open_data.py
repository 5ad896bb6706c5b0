"""Published figures as open data: one row a cell with codes and labels, as CSV and XLSX; same figures, same bytes."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from korpu_events.report_templates.interface import MOST_DIMENSIONS
from korpu_events.reports.figures import public_figure
from korpu_events.reports.labels import label_of

DIMENSION = ("dimension_{}", "code_{}", "label_{}_az", "label_{}_en")
HEAD = (
    *("report", "from", "to", "as_of", "freeze", "indicator", "definition_version", "name_az", "name_en", "unit"),
    *("filter",),
    *(each.format(number) for number in range(1, MOST_DIMENSIONS + 1) for each in DIMENSION),
    *("value", "withheld"),
)
Row = Sequence[str | int | float | None]


@dataclass(frozen=True)
class OfReport:
    """Of which report and which of its freezes figures are."""

    code: str
    starts: date
    ends: date
    as_of: date
    number: int


def as_csv(of: OfReport, figures: Sequence[Mapping[str, Any]]) -> bytes:
    """One row a cell, in UTF-8 with a mark at its beginning, so that spreadsheets read it."""
    told = io.StringIO(newline="")
    writer = csv.writer(told, lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows(_rows(of, figures))
    return told.getvalue().encode("utf-8-sig")


def as_workbook(of: OfReport, figures: Sequence[Mapping[str, Any]]) -> bytes:
    """The same rows in a workbook, in which nothing is a formula; its day of making is that of the figures."""
    told = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(told, plain)
    book.set_properties({"title": of.code, "created": datetime.combine(of.as_of, time.min)})
    sheet = book.add_worksheet("figures")
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, HEAD, book.add_format({"bold": True}))
    for place, row in enumerate(_rows(of, figures), start=1):
        sheet.write_row(place, 0, row)
    book.close()
    return told.getvalue()


def _rows(of: OfReport, figures: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    about = (of.code, of.starts.isoformat(), of.ends.isoformat(), of.as_of.isoformat(), of.number)
    for figure in map(public_figure, figures):
        names = [figure["name"].get(each, "") for each in ("az", "en")]
        narrowed = "; ".join(f"{each}={','.join(codes)}" for each, codes in sorted(figure["filter"].items()))
        told = (figure["code"], figure["definition_version"], *names, figure["unit"], narrowed)
        for cell in figure["cells"]:
            placed = [each for dimension in figure["by"] for each in _placed(dimension, cell["at"].get(dimension))]
            empty = [None] * (len(DIMENSION) * MOST_DIMENSIONS - len(placed))
            yield (*about, *told, *placed, *empty, cell["value"], "yes" if cell.get("withheld") else None)


def _placed(dimension: str, code: str | None) -> Row:
    return dimension, code, label_of(dimension, code, "az"), label_of(dimension, code, "en")
