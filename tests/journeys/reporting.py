"""Reports: the office asks units for their part, puts the parts together, and publishes them."""

from collections.abc import Mapping
from typing import Any

from tests.journeys.office import PHILOLOGY, Office, Thing
from tests.journeys.patience import eventually
from tests.journeys.wording import Text, Words, corrected

INDICATORS: list[Thing] = [{"code": "visits"}]
FREEZES = "query($id: ID!) { report(id: $id) { freezes { number } } }"
PARTS = "query($id: ID!) { report(id: $id) { parts { nodes { __typename id unit } } } }"


def report_template(office: Office, **about: Any) -> Thing:
    """A template with one question to units."""
    question: Thing = {"id": "achievements", "words": {"az": "Nə alındı?", "en": "What went well?"}}
    given: Thing = {"title": {"az": office.named("Hesabat")}, "indicators": INDICATORS, "questions": [question]}
    return office.officer.does("AddReportTemplate", **{**given, **about})


def requested(office: Office, template: Thing | None = None, **about: Any) -> Thing:
    """A report on the past year of which philology is asked for its part."""
    known = template or report_template(office)
    days = office.days
    period: Thing = {"starts": days.day(-400), "ends": days.day(-36), "due": days.day(14), "units": [PHILOLOGY]}
    return office.officer.does("RequestReport", template_id=known["id"], more="code", **{**period, **about})


def part_of(office: Office, report: Thing) -> Thing:
    """The part of philology, once the portal shows it."""

    def parts() -> list[Thing]:
        nodes: list[Thing] = office.officer.asks(PARTS, id=report["id"])["report"]["parts"]["nodes"]
        return nodes

    return eventually(parts, bool)[0]


def handed_in(office: Office, report: Thing | None = None) -> Thing:
    """The part of philology, which its coordinator has written and handed in."""
    part = part_of(office, report or requested(office))
    portal = office.coordinator(PHILOLOGY)
    portal.does("WriteUnitReport", id=part["id"], answers=[{"question": "achievements", "text": "On iki səfər"}])
    return portal.does("SubmitUnitReport", id=part["id"])


def consolidated(office: Office, **given: Any) -> Thing:
    """A report without units whose figures were asked for."""
    report = requested(office, units=[])
    return office.officer.does("ConsolidateReport", id=report["id"], **given)


def frozen(office: Office, template: Thing | None = None, **period: Any) -> Thing:
    """A report without units whose figures are frozen."""
    report = requested(office, template, units=[], **period)
    done = office.officer.does("ConsolidateReport", id=report["id"])

    def freezes() -> list[Thing]:
        nodes: list[Thing] = office.officer.asks(FREEZES, id=report["id"])["report"]["freezes"]
        return nodes

    eventually(freezes, bool)
    return done


def asks_otherwise(office: Office, template: Thing, words: Words) -> None:
    """The question to units is worded anew."""
    given: Thing = {"questions": [{"id": "plans", "words": words}], "reason": "Clearer"}
    office.officer.does("ChangeReportTemplate", id=template["id"], **given)


REPORT_TEXTS: Mapping[str, Mapping[str, Text]] = {
    "Report": {
        "title": Text(lambda office, words: requested(office, title=words), "title"),
        "summary": Text(
            lambda office, words: consolidated(office, summary=words),
            "summary",
            corrected("ConsolidateReport", "summary"),
        ),
    },
    "ReportTemplate": {
        "title": Text(
            lambda office, words: report_template(office, title=words),
            "title",
            corrected("ChangeReportTemplate", "title", reason="Clearer"),
        ),
        "questions": Text(
            lambda office, words: report_template(office, questions=[{"id": "plans", "words": words}]),
            "questions.words",
            asks_otherwise,
        ),
    },
}
