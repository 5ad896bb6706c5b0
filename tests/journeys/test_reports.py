"""A report from the request to units to the parts put together, as each of those sees it who has a part in it."""

import pytest

from tests.journeys.days import Calendar
from tests.journeys.departments import Department
from tests.journeys.office import HISTORY, PHILOLOGY, Office, Thing
from tests.journeys.patience import eventually
from tests.journeys.reporting import part_of, report_template, requested

pytestmark = pytest.mark.journey

SHOWN = """query($id: ID!) { report(id: $id) {
    status accepted units template { id edition } freezing { number status } parts { totalCount nodes { unit status } }
} }"""
MINE = """{
    unitReports(first: 100) { totalCount nodes { id unit overdue questions { id words { az } } answers { text } } }
    viewer { tasks(filter: {what: ["writeUnitReport"]}, first: 100) { nodes { what thingId } } } }"""
FOUND = """query($code: [String!]) { reports(filter: {code: $code, status: [CONSOLIDATED]}) { totalCount } }"""


def of(portal: Thing, report: Thing) -> list[Thing]:
    """The parts that somebody reads, of this report alone."""
    return [each for each in portal["unitReports"]["nodes"] if each["id"] == report["id"]]


def test_a_unit_is_reminded_writes_its_own_part_and_the_office_puts_it_together(
    office: Office, days: Calendar, department: Department
) -> None:
    report = requested(office, report_template(office))
    known = {"id": report["id"]}
    part = part_of(office, report)
    days.becomes(days.day(15))
    late = department.hears("events.unit-reports.v1", part, "unit_report.overdue")
    philology, history = office.coordinator(PHILOLOGY), office.coordinator(HISTORY)
    theirs, others = philology.asks(MINE), history.asks(MINE)
    answers: list[Thing] = [{"question": "achievements", "text": "On iki səfər"}]
    refused = history.refuses("WriteUnitReport", id=part["id"], answers=answers)
    philology.does("WriteUnitReport", id=part["id"], answers=answers)
    philology.does("SubmitUnitReport", id=part["id"])
    office.officer.does("AcceptUnitReport", id=part["id"])
    early = office.head.refuses("PublishReport", **known)
    office.officer.does("ConsolidateReport", **known, summary={"az": "Yaxşı il"})

    shown = office.officer.asks(SHOWN, **known)["report"]
    found = eventually(
        lambda: office.officer.asks(FOUND, code=[report["code"]])["reports"]["totalCount"], lambda count: count == 1
    )
    assert late.change["tell"] == ["faculty_coordinator", "officer"]
    [mine] = of(theirs, part)
    assert (mine["unit"], mine["overdue"], mine["questions"][0]["words"]["az"]) == (PHILOLOGY, True, "Nə alındı?")
    assert {"writeUnitReport"} <= {
        what for task in theirs["viewer"]["tasks"]["nodes"] if task["thingId"] == part["id"] for what in task["what"]
    }
    assert (of(others, part), refused, early, found) == ([], "not-found", "wrong-status", 1)
    assert (shown["status"], shown["accepted"], shown["parts"]["nodes"]) == (
        "CONSOLIDATED",
        [PHILOLOGY],
        [{"unit": PHILOLOGY, "status": "ACCEPTED"}],
    )
    assert shown["freezing"] is None or shown["freezing"]["number"] == 1
    assert office.anybody.asks(SHOWN, **known)["report"] is None
    assert department.hears("events.reports.v1", report, "report.consolidated").state["units"] == [PHILOLOGY]
