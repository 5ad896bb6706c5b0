"""Published figures as open data: CSV and XLSX; the same figures are the same bytes."""

import csv
import io
from datetime import date
from typing import Any

from openpyxl import load_workbook

from korpu_events.files import files
from korpu_events.reports.open_data import OfReport, as_csv, as_workbook
from tests.events.reports.conftest import Reports, counted

OF = OfReport("REP-2026-001", date(2025, 9, 1), date(2026, 8, 31), date(2026, 9, 7), 1)


def frozen(fewest: int | None = None) -> list[dict[str, Any]]:
    """Figures as they are kept: without rows."""
    figures = counted()
    for figure in figures:
        figure["fewest_shown"] = fewest
        figure["cells"] = [{**each, "rows": len(each["rows"])} for each in figure["cells"]]
    return figures


async def content_of(attachment: Any) -> bytes:
    return b"".join([piece async for piece in files.objects.read(attachment["sha256"])])


async def test_published_figures_hang_on_the_report_as_open_data(office: Reports) -> None:
    report = await office.consolidated()
    await office.freezes()
    await office.does("head", "PublishReport", id=report["id"])
    await office.does("officer", "RestateReport", id=report["id"], reason="To be sure")
    await office.freezes()
    one, two = (await office.shown(report))["freezes"]
    asked = [{"kind": "report", "id": report["id"], "attachment_id": each["files"][0]["id"]} for each in (one, two)]

    links = [(await office.asks("student", "POST", "/files/links", json=each)).status_code for each in asked]

    rows = list(csv.DictReader(io.StringIO((await content_of(one["files"][0])).decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(await content_of(one["files"][1]))).active
    assert [(row["code_1"], row["label_1_az"], row["value"], row["filter"]) for row in rows] == [
        ("DE", "Almaniya", "2", "level=7"), ("PL", "Polşa", "1", "level=7"),
    ]  # fmt: skip
    assert sheet is not None
    cells = [list(row) for row in sheet.iter_rows(min_row=2, min_col=6, max_col=7, values_only=True)]
    assert cells == [["stays", 1]] * 2
    assert links == [200, 404], "what is not published yet is not for everybody"


def test_the_same_figures_are_the_same_bytes_and_few_persons_are_not_counted_in_public() -> None:
    told = list(csv.DictReader(io.StringIO(as_csv(OF, frozen(fewest=5)).decode("utf-8-sig"))))

    assert (as_csv(OF, frozen()), as_workbook(OF, frozen())) == (as_csv(OF, frozen()), as_workbook(OF, frozen()))
    assert {(row["value"], row["withheld"]) for row in told} == {("", "yes")}
