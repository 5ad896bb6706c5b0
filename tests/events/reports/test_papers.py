"""Reports on paper: their frozen figures drawn and in tables, what changed, and what units told of the period."""

import io
import re
from typing import Any

from pypdf import PdfReader

from tests.events.reports.conftest import TEMPLATE, Reports, counted
from tests.papers import file_of, link_to, words


def by_year(*values: int, fewest: int | None = None) -> list[dict[str, Any]]:
    """Stays by year, as whoever computes figures answers."""
    [figure] = counted()
    cells = [{"at": {"year": str(2020 + place)}, "value": value, "rows": []} for place, value in enumerate(values)]
    return [figure | {"by": ["year"], "filter": {}, "fewest_shown": fewest, "cells": cells}]


async def on_paper(office: Reports, report: Any, role: str = "officer", **asked: Any) -> tuple[Any, str]:
    """The report as a paper, and what is written there."""
    made = await office.does(role, "MakeReportPaper", report_id=report["id"], **asked)
    return made["state"], words(await file_of(office, made["state"]))


async def test_a_report_on_paper_tells_figures_what_changed_and_what_units_say(office: Reports) -> None:
    report = await office.consolidated()
    early = await office.refuses("officer", "MakeReportPaper", report_id=report["id"])
    await office.freezes()
    draft, _ = await on_paper(office, report)
    await office.does("head", "PublishReport", id=report["id"])
    paper, told = await on_paper(office, report)
    office.counting.figures = counted(germany=1)
    await office.does("officer", "RestateReport", id=report["id"], reason="Counted twice")
    await office.freezes()
    _, restated = await on_paper(office, report, "head", languages=["en"])
    _, kept = await on_paper(office, report, languages=["en"], freeze=1)
    unknown = await office.refuses("officer", "MakeReportPaper", report_id=report["id"], freeze=7)
    denied = [await office.refuses(role, "MakeReportPaper", report_id=report["id"]) for role in ("student", "auditor")]

    for said in ("İllik hesabat", "Annual report", "Stays", "Almaniya", "Germany", "Twelve students went to Kassel"):
        assert said in told
    [frozen, _] = (await office.shown(report))["freezes"]
    assert frozen["sha256"] in told.replace(" ", "")
    assert ("Counted twice" in restated, "Numbers that changed" in restated) == (True, True)
    assert ("Counted twice" in kept, "Numbers that changed" in kept) == (False, False)
    assert (early, unknown) == ("paper-report-not-frozen", "paper-report-not-frozen")
    assert (draft["draft"], paper["draft"]) == (True, False)
    assert denied == ["forbidden", "forbidden"]
    assert (paper["template"], paper["report_id"], paper["person_ids"]) == ("report", report["id"], [])
    assert (await link_to(office, paper, "student")).status_code == 404


async def test_numbers_of_few_persons_are_on_no_paper_and_neither_is_how_long_their_bar_is(office: Reports) -> None:
    office.counting.figures = by_year(731, 3, 842, fewest=5)
    indicators = [{"code": "stays", "by": ["year"]}]
    report = await office.published(await office.template(**{**TEMPLATE, "indicators": indicators}))

    _, told = await on_paper(office, report, languages=["en"])

    assert ("731" in told, "842" in told, "few" in told) == (True, True, True)
    assert "Numbers of few persons are not shown." in told
    assert "2021 3" not in told


async def test_numbers_of_years_are_joined_by_a_line_that_keeps_all_of_them(office: Reports) -> None:
    office.counting.figures = by_year(731, 642, 842)
    indicators = [{"code": "stays", "by": ["year"]}]
    report = await office.published(await office.template(**{**TEMPLATE, "indicators": indicators}))

    paper, told = await on_paper(office, report, languages=["en"])
    drawn = PdfReader(io.BytesIO(await file_of(office, paper))).pages[0].get_contents()

    assert [told.count(year) for year in ("2020", "2021", "2022")] == [2, 2, 2], "below the line, and in the table"
    assert drawn is not None
    heights = [
        float(each) for each in re.findall(rb"1 0 0 -1 \S+ (\S+) cm/\S+ cs [\d. ]+ scn\s+0 2\.83", drawn.get_data())
    ]
    assert sorted(range(3), key=heights.__getitem__) == [1, 0, 2], "points stand as high as their numbers"


async def test_the_same_frozen_figures_are_the_same_bytes(office: Reports) -> None:
    report = await office.published()
    asked = {"report_id": report["id"], "languages": ["en"]}

    previews = [await office.asks("officer", "POST", "/papers/preview/make-report-paper", json=asked) for _ in range(2)]

    assert [each.status_code for each in previews] == [200, 200], previews[0].text
    assert "Annual report" in words(previews[0].content)
    assert previews[0].content == previews[1].content
