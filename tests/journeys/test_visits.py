"""Delegations through the portal: nobody in two places, no signing unprepared, no closing without the report."""

from datetime import date, datetime

import pytest

from korpu_chassis.clock import BAKU
from korpu_local.portal import Refused, commands
from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

VISITS, AGREEMENTS = "events.visits.v1", "partners.agreements.v1"
VISIT = """query($id: ID!) { visit(id: $id) {
    status version overdue reason correlationId
    programme { id kind warning signedOn agreement { id } title { text(lang: EN) } }
} }"""

FREE = """query($needed: FreeTimesInput!) { freeTimes(needed: $needed) {
    free { starts ends } closed busy { code who { id } by { id } }
} }"""


def in_baku(moment: str) -> str:
    """What clocks in Baku show at this moment."""
    return datetime.fromisoformat(moment).astimezone(BAKU).strftime("%H:%M")


def shown(office: Office, visit: Thing) -> Thing:
    """The visit as the officer sees it now."""
    found: Thing = office.officer.asks(VISIT, id=visit["id"])["visit"]
    return found


def hour(office: Office, visit: Thing, at: int, **more: object) -> Thing:
    """An hour on the first day of a visit, an hour and a half long."""
    day = date.fromisoformat(visit["starts"])
    return {
        "id": visit["id"],
        "kind": "meeting",
        "title": {"az": "Rektorla görüş", "en": "Meeting with the rector"},
        "starts": office.days.at(day, at),
        "ends": office.days.at(day, at + 1, 30),
        **more,
    }


def test_a_programme_item_that_double_books_the_rector_is_refused_with_the_other_item_named(office: Office) -> None:
    rector = office.person(kind="staff", unit="rectorate")
    first, second = office.planned(office.visit()), office.planned(office.visit())
    office.officer.does("AddProgrammeItem", **hour(office, first, 10, host_id=rector["id"]))

    with pytest.raises(Refused) as refused:
        office.officer.does("AddProgrammeItem", **hour(office, second, 11, host_id=rector["id"]))

    assert (refused.value.code, refused.value.path) == ("programme-already-booked", "hostId")
    assert "Meeting with the rector" in refused.value.message
    assert first["code"] in refused.value.message
    assert shown(office, second)["programme"] == []


def test_the_rector_is_free_as_soon_as_the_other_item_is_dropped(office: Office) -> None:
    rector = office.person(kind="staff", unit="rectorate")
    first, second = office.planned(office.visit()), office.planned(office.visit())
    booked = office.officer.does(
        "AddProgrammeItem", more="programme { id }", **hour(office, first, 10, host_id=rector["id"])
    )

    office.officer.does("DropProgrammeItem", id=first["id"], item_id=booked["programme"][0]["id"])
    office.officer.does("AddProgrammeItem", **hour(office, second, 11, host_id=rector["id"]))

    assert [each["kind"] for each in shown(office, second)["programme"]] == ["MEETING"]


def test_the_hours_that_host_and_hall_have_in_common_are_told_with_what_stands_in_the_way(office: Office) -> None:
    rector, hall = office.person(kind="staff", unit="rectorate"), office.named("Zal")
    room = office.officer.does("AddResource", kind="room", name=hall)
    visit = office.planned(office.visit())
    day = visit["starts"]
    office.officer.does("AddProgrammeItem", **hour(office, visit, 10, host_id=rector["id"]))
    office.officer.does("AddProgrammeItem", **hour(office, visit, 14, room=hall))
    asked = {"people": [rector["id"]], "resources": [room["id"]], "starts": day, "ends": day, "everyDay": True}

    told = office.officer.asks(FREE, needed=asked)["freeTimes"]
    moved = office.officer.asks(FREE, needed=asked | {"without": visit["id"]})["freeTimes"]
    outside = office.as_role("student", person_id=bare(rector["id"])).asks(FREE, needed=asked)["freeTimes"]
    (unknown,) = office.officer.answer(FREE, needed=asked | {"people": [room["id"]]})["errors"]
    (backwards,) = office.officer.answer(FREE, needed=asked | {"ends": str(office.days.today)})["errors"]

    assert [(in_baku(each["starts"]), in_baku(each["ends"])) for each in told["free"]] == [
        ("09:00", "10:00"), ("11:30", "14:00"), ("15:30", "18:00"),
    ]  # fmt: skip
    assert [each["who"] for each in told["busy"]] == [{"id": rector["id"]}, {"id": room["id"]}]
    assert {each["by"]["id"] for each in told["busy"]} == {visit["id"]}
    assert moved["busy"] == []
    assert outside is None
    assert unknown["extensions"]["code"] == "not-found"
    assert backwards["extensions"]["code"] == "free-times-reversed"


def test_a_visit_without_its_report_is_overdue_after_seven_days_and_is_not_closed(
    office: Office, days: Calendar, department: Department
) -> None:
    visit = office.begun(office.planned(office.visit(in_days=1)))
    office.officer.does("CompleteVisit", id=visit["id"])
    days.becomes(days.day(7), hour=22)
    in_time = shown(office, visit)["overdue"]

    days.becomes(days.day(1))
    eventually(lambda: shown(office, visit)["overdue"])

    assert in_time is False
    said = department.hears(VISITS, visit, "visit.report_overdue")
    assert (said.day, said.change) == (days.today, {"tell": ["head"]})
    late = office.head.asks("{ visits(filter: {overdue: true}, first: 100) { nodes { id } } }")["visits"]["nodes"]
    assert visit["id"] in {each["id"] for each in late}
    assert office.head.refuses("CloseVisit", id=visit["id"]) == "visit-report-missing"
    office.officer.does("ReportVisit", id=visit["id"], report={"en": "They came and saw.", "az": "Gəlib gördülər."})
    assert office.head.refuses("CloseVisit", id=visit["id"]) == "visit-follow-up-missing"
    office.officer.does("DeclareNoFollowUp", id=visit["id"], reason="A courtesy visit")
    assert office.head.does("CloseVisit", id=visit["id"])["status"] == "CLOSED"
    facts = department.facts(VISITS, visit, until="visit.closed")
    assert facts.count("visit.report_overdue") == 1


def test_a_signing_warns_while_the_agreement_is_in_review_and_no_longer_when_it_is_approved(office: Office) -> None:
    partner = office.partner()
    visit = office.planned(office.visit(partner))
    agreement = office.in_review(office.draft(partner))
    signing = hour(office, visit, 12, kind="signing", agreement_id=agreement["id"])

    office.officer.does("AddProgrammeItem", **signing)
    warned = eventually(lambda: shown(office, visit)["programme"][0]["warning"], lambda it: it != "agreement-not-heard")
    for step in ("faculty", "partner", "department", "legal", "rectorate"):
        agreement |= office.says_yes(agreement, step)

    eventually(lambda: shown(office, visit)["programme"][0]["warning"], lambda warning: warning is None)
    assert warned == "agreement-not-approved"


def test_the_officer_is_told_at_once_that_what_is_to_be_signed_is_still_in_review(office: Office) -> None:
    partner = office.partner()
    visit = office.planned(office.visit(partner))
    agreement = office.in_review(office.draft(partner))
    office.officer.does("AddProgrammeItem", **hour(office, visit, 12, kind="signing", agreement_id=agreement["id"]))
    eventually(lambda: shown(office, visit)["programme"][0]["warning"] == "agreement-not-approved")
    again = commands()["AddProgrammeItem"].said(hour(office, visit, 15, kind="signing", agreement_id=agreement["id"]))
    query = "mutation($input: AddProgrammeItemInput!) { addProgrammeItem(input: $input) { __typename } }"

    told = office.officer.answer(query, input=again)

    assert told["data"]["addProgrammeItem"]["__typename"] == "Visit"
    assert [(each["field"], each["code"], each["message"]) for each in told["extensions"]["warnings"]] == [
        (
            "addProgrammeItem",
            "agreement-not-approved",
            "The agreement to be signed is not approved yet (its status: in_review).",
        )
    ]


def test_what_is_signed_at_a_visit_is_recorded_in_both_and_belongs_to_one_story(
    office: Office, department: Department
) -> None:
    partner = office.partner()
    visit = office.planned(office.visit(partner, in_days=1))
    agreement = office.approved(partner, origin={"kind": "visit", "id": visit["id"]})
    office.officer.does("AddProgrammeItem", **hour(office, visit, 12, kind="signing", agreement_id=agreement["id"]))
    visit = office.begun(visit)

    signed = office.officer.does(
        "SignAgreement",
        id=agreement["id"],
        signatures=office.signatures(agreement),
        visit_id=visit["id"],
        more="signedOn correlationId visit { id }",
    )

    item = eventually(lambda: shown(office, visit)["programme"][0], lambda it: it["signedOn"])
    assert (item["signedOn"], item["warning"]) == (signed["signedOn"], None)
    assert signed["visit"]["id"] == visit["id"]
    assert signed["correlationId"] == visit["correlationId"]
    there = department.hears(VISITS, visit, "visit.agreement_signed")
    here = department.hears(AGREEMENTS, agreement, "agreement.signed")
    assert there.change["agreement_id"] == bare(agreement["id"])
    assert here.headers["ce_correlationid"] == there.headers["ce_correlationid"]
