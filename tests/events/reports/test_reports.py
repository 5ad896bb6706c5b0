"""The office puts parts together, freezes figures, publishes them, and restates what was not so."""

from typing import Any

import pytest

from korpu_events.reports.freezer import Freezer
from tests.events.reports.conftest import STAY, Counting, Reports, counted


async def test_a_report_is_put_together_frozen_and_published_by_somebody_else(office: Reports) -> None:
    report = await office.consolidated(None)
    known = {"id": report["id"]}
    waiting = await office.shown(report)
    early = await office.refuses("head", "PublishReport", **known)
    frozen = await office.freezes()
    again = await office.freezes()
    ready = await office.shown(report)
    own = await office.refuses("head", "PublishReport", **known, by={"subject": "officer-1"})
    published = await office.does("head", "PublishReport", **known)

    [asked] = office.counting.asked
    assert asked == {
        "indicators": [{"code": "stays", "by": ["country"], "filter": {"level": ["7"]}}],
        "from": "2025-09-01", "to": "2026-08-31", "as_of": "2026-09-07",
    }  # fmt: skip
    assert (waiting["freezing"]["status"], early, frozen, again) == ("waiting", "report-figures-not-frozen", 1, 0)
    assert [task["key"] for task in ready["tasks"]] == ["PublishReport"]
    assert (own, published["status"], published["state"]["published_freeze"]) == (
        "report-publisher-consolidated", "published", 1,
    )  # fmt: skip
    assert (await office.said_about(report["id"]))[-3:] == ["consolidated", "frozen", "published"]
    assert await office.refuses("head", "PublishReport", **known) == "report-nothing-to-publish"


async def test_frozen_figures_are_read_with_their_definition_and_the_rows_behind(office: Reports) -> None:
    report = await office.published()

    [frozen] = await office.reads(report, "frozen_figures")
    [figure] = frozen["figures"]
    rows: dict[str, Any] = {"id": report["id"], "number": 1, "figure": 0, "cell": 0}
    behind = await office.asks("auditor", "POST", "/reports/rows", json=rows)
    nobody = [
        (await office.asks(role, "POST", "/reports/rows", json=asked)).status_code
        for role, asked in (("student", rows), ("officer", rows | {"cell": 9}), ("officer", rows | {"number": 9}))
    ]

    assert (figure["definition_version"], figure["name"]["az"], figure["filter"]) == (
        1, "Səfərlər", [{"dimension": "level", "codes": ["7"]}],
    )  # fmt: skip
    assert [(cell["at"][0]["code"], cell["value"], cell["rows"]) for cell in figure["cells"]] == [
        ("DE", 2, 2), ("PL", 1, 1),
    ]  # fmt: skip
    assert behind.json()["rows"][0] == {"type": "mobility", "id": str(STAY), "version": 3}
    assert nobody == [404, 404, 404]
    assert frozen["sha256"] == (await office.shown(report))["freezes"][0]["sha256"]


async def test_before_it_is_published_a_report_is_read_by_the_office_alone(office: Reports) -> None:
    report = await office.consolidated()
    await office.freezes()
    early = [await office.reads(report, "frozen_figures", each) for each in ("student", "faculty_coordinator")]
    await office.does("head", "PublishReport", id=report["id"])
    await office.does("officer", "RestateReport", id=report["id"], reason="A stay was cancelled")
    await office.freezes()

    outside = await office.reads(report, "frozen_figures", "student")
    inside = await office.reads(report, "frozen_figures", "officer")

    assert (early[0], len(early[1])) == (None, 1)
    assert ([each["number"] for each in outside], [each["number"] for each in inside]) == ([1], [1, 2])


async def test_a_restatement_names_what_changed_and_the_published_one_stays(office: Reports) -> None:
    report = await office.published()
    known = {"id": report["id"]}
    first = await office.reads(report, "frozen_figures")
    office.counting.figures = counted(germany=1, version=2)
    await office.does("officer", "RestateReport", **known, reason="One stay was counted twice")
    await office.freezes()
    waiting = await office.shown(report)

    published = await office.does("head", "PublishReport", **known)

    told = await office.reads(report, "frozen_figures")
    assert told[0] == first[0]
    assert (waiting["published_freeze"], published["state"]["published_freeze"]) == (1, 2)
    assert waiting["freezes"][1] | {"sha256": "", "files": []} == {
        "number": 2, "as_of": "2026-09-07", "frozen_on": "2026-09-07", "published_on": None, "sha256": "", "files": [],
        "indicators": [{"code": "stays", "definition_version": 2, "cells": 2}],
        "reason": "One stay was counted twice", "differences": 2,
    }  # fmt: skip
    changes = [(each["at"][0]["code"], each["before"], each["now"]) for each in told[1]["differences"]]
    assert changes == [("DE", 2, 1), ("PL", 1, 1)]
    assert {each["redefined"] for each in told[1]["differences"]} == {True}


async def test_the_same_figures_have_the_same_hash_in_whatever_order_they_come(office: Reports) -> None:
    report = await office.published()
    office.counting.figures[0]["cells"].reverse()
    await office.does("head", "RestateReport", id=report["id"], as_of="2026-09-07", reason="To be sure")
    await office.freezes()

    one, two = (await office.shown(report))["freezes"]
    assert (one["sha256"], one["as_of"]) == (two["sha256"], two["as_of"])
    assert two["differences"] == 0


async def test_who_computes_figures_is_asked_again_when_it_was_away(office: Reports, counting: Counting) -> None:
    report = await office.consolidated()
    counting.answers = [(503, {"code": "unavailable"}), (401, {"code": "unauthenticated"}), (200, {"figures": "?"})]
    freezer = Freezer(office.runtime, counting.settings)

    away = await freezer.freeze_wanted()
    at_once = await freezer.freeze_wanted()
    later = [await office.freezes() for _ in range(3)]

    assert (away, at_once, later) == (0, 0, [0, 0, 1])
    assert len(counting.asked) == 4, "a pause lies between two questions of one process"
    assert (await office.said_about(report["id"])).count("frozen") == 1


async def test_an_unknown_indicator_is_told_and_mended_in_the_template(office: Reports, counting: Counting) -> None:
    template = await office.template()
    report = await office.consolidated(template)
    known = {"id": report["id"]}
    counting.answers = [(422, {"code": "unknown-indicator", "detail": "?", "data": {"code": "stays"}})]
    await office.freezes()
    refused = await office.shown(report)
    code = await office.refuses("head", "PublishReport", **known)
    await office.does(
        "officer", "ChangeReportTemplate", id=template["id"], indicators=[{"code": "stays"}], reason="Renamed"
    )
    mended = await office.does("officer", "ConsolidateReport", **known)

    assert (await office.freezes(), code) == (1, "report-figures-refused")
    assert (refused["freezing"]["problem"], refused["freezing"]["about"]) == ("unknown-indicator", ["stays"])
    assert [task["key"] for task in refused["tasks"]] == ["ConsolidateReport"]
    assert mended["state"]["indicators"] == [{"code": "stays", "by": [], "only": []}]
    [told] = [each for each in await office.messages_about(report["id"]) if "tell" in each["change"]]
    assert (told["type"].split(".")[-2], told["change"]["tell"]) == ("figures_refused", ["officer", "head"])


async def test_figures_that_come_when_others_are_wanted_are_not_kept(office: Reports) -> None:
    report = await office.consolidated()
    [wanted] = await Freezer(office.runtime, office.counting.settings).wanted()
    await office.does("officer", "ReopenReport", id=report["id"], reason="Too early")
    await office.does("officer", "ConsolidateReport", id=report["id"], as_of="2026-09-01")

    assert await Freezer(office.runtime, office.counting.settings).try_to_freeze(wanted) is False
    assert await office.freezes() == 1
    assert [each["as_of"] for each in (await office.shown(report))["freezes"]] == ["2026-09-01"]


async def test_a_report_goes_on_without_a_unit_when_somebody_says_why(office: Reports) -> None:
    report = await office.requested()
    parts = await office.parts_of(report)
    await office.submitted(parts["history"])
    await office.does("officer", "AcceptUnitReport", id=parts["history"]["id"])
    known = {"id": report["id"]}
    codes = [
        await office.refuses("officer", "ConsolidateReport", **known, **given)
        for given in ({}, {"without": ["philology"]}, {"without": ["law"], "reason": "Late"})
    ]
    done = await office.does("officer", "ConsolidateReport", **known, without=["philology"], reason="They are late")
    await office.freezes()
    reopened = await office.does("head", "ReopenReport", **known, reason="A figure is wrong")
    again = await office.does("officer", "ConsolidateReport", **known, summary={"en": "A good year"})

    assert codes == ["report-parts-missing"] * 3
    assert (done["state"]["without"], reopened["status"], again["state"]["without"]) == (
        ["philology"], "requested", ["philology"],
    )  # fmt: skip
    assert (await office.parts_of(report))["philology"]["status"] == "withdrawn"
    assert again["state"]["summary"]["texts"]["en"]["text"] == "A good year"


async def test_figures_are_frozen_as_of_a_day_that_has_come_and_when_the_period_is_over(office: Reports) -> None:
    running, over = await office.whole(ends="2026-09-30"), await office.published(starts="2025-01-01")

    codes = [
        await office.refuses("officer", "ConsolidateReport", id=running["id"]),
        await office.refuses("officer", "RestateReport", id=over["id"], as_of="2026-09-08", reason="Tomorrow"),
    ]

    assert codes == ["report-as-of-out-of-reach"] * 2


async def test_a_part_is_not_returned_while_the_report_is_consolidated(office: Reports) -> None:
    report = await office.consolidated()
    part = (await office.parts_of(report))["history"]

    closed = await office.refuses("officer", "ReturnUnitReport", id=part["id"], reason="Wrong")
    await office.does("officer", "ReopenReport", id=report["id"], reason="A part is wrong")
    returned = await office.does("officer", "ReturnUnitReport", id=part["id"], reason="Wrong")

    assert (closed, returned["status"]) == ("report-not-collecting", "returned")


@pytest.mark.parametrize("step", ["requested", "consolidated"])
async def test_a_withdrawn_report_waits_for_nobody_and_can_be_requested_again(office: Reports, step: str) -> None:
    template = await office.template()
    report = await (office.requested if step == "requested" else office.consolidated)(template)

    withdrawn = await office.does("head", "WithdrawReport", id=report["id"], reason="The wrong year")
    again = await office.requested(template)

    assert (withdrawn["status"], again["status"]) == ("withdrawn", "requested")
    assert {each["status"] for each in (await office.parts_of(report)).values()} == {"withdrawn"}
    assert [await office.freezes(), withdrawn["state"]["tasks"]] == [0, []]


async def test_parts_are_withdrawn_however_they_stand(office: Reports) -> None:
    report = await office.requested(units=["draft", "submitted", "returned"])
    parts = await office.parts_of(report)
    for part in parts.values():
        await office.submitted(part) if part["unit"] != "draft" else await office.as_unit(
            "WriteUnitReport", part, answers=[]
        )
    await office.does("officer", "ReturnUnitReport", id=parts["returned"]["id"], reason="Short")

    await office.does("officer", "WithdrawReport", id=report["id"], reason="The wrong year")

    assert {each["status"] for each in (await office.parts_of(report)).values()} == {"withdrawn"}


async def test_a_year_is_compared_with_the_one_before_where_the_definition_is_the_same(office: Reports) -> None:
    template = await office.template()
    await office.published(template, starts="2024-09-01", ends="2025-08-31", title={"en": "Last year"})
    office.counting.figures = counted(germany=1)
    second = await office.published(template)
    same = await office.reads(second, "year_on_year")
    office.counting.figures = counted(germany=1, version=2)
    await office.does("officer", "RestateReport", id=second["id"], reason="Counted otherwise")
    await office.freezes()

    other = await office.reads(second, "year_on_year")

    told = [(each["at"][0]["code"], each["before"], each["now"], each["comparable"]) for each in same]
    assert told == [("DE", 2, 1, True), ("PL", 1, 1, True)]
    assert {each["comparable"] for each in other} == {False}


async def test_a_template_without_indicators_freezes_nothing_and_asks_nobody(office: Reports) -> None:
    template = await office.template(indicators=[])
    report = await office.published(template)

    assert office.counting.asked == []
    assert (await office.shown(report))["freezes"][0]["indicators"] == []


async def test_a_report_is_translated(office: Reports) -> None:
    report = await office.requested()
    given: dict[str, Any] = {"field": "title", "language": "de", "words": "Jahresbericht", "follows": 1}

    translated = await office.does("officer", "TranslateReport", id=report["id"], **given)
    codes = [
        await office.refuses("officer", "TranslateReport", id=report["id"], **{**given, **wrong})
        for wrong in ({"field": "summary"}, {"language": "az"}, {"follows": 2})
    ]

    assert translated["state"]["title"]["texts"]["de"]["text"] == "Jahresbericht"
    assert codes == ["no-such-text", "translation-of-itself", "translation-follows-another"]
