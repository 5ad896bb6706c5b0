"""A foreign student comes: asked for, admitted, registered in time or not, and seen by who may see it."""

from datetime import timedelta

import pytest

from tests.journeys.admissions import ABROAD, admission_of, goes
from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.office import HISTORY, PHILOLOGY, Office
from tests.journeys.patience import eventually
from tests.journeys.watching import over_websocket

pytestmark = pytest.mark.journey

ADMISSIONS = "mobility.admissions.v1"
SHOWN = """query($id: ID!, $person: ID!) {
    admission(id: $id) {
        status migration arrangements registrationDue registrationOverdue cause availableActions
        person { id } educationCountry visa { number } visaUntil place { address } clocks { kind source }
        requests { help department status } closedActions { action code }
    }
    admissions(filter: {person: $person, migration: [ARRIVED], educationCountry: ["GH"]}, orderBy: {by: PERMIT_DUE}) {
        nodes { id }
    }
    person(id: $person) { admissions { totalCount } }
}"""
SEEN = "query($id: ID!) { admission(id: $id) { status visa { number } reason } admissions { totalCount } }"
CHANGED = "subscription { admissionChanged { id migration registrationOverdue } }"


def test_a_student_arrives_and_who_does_not_register_in_time_is_told_to_the_head(
    office: Office, department: Department, days: Calendar
) -> None:
    kofi = office.person(**ABROAD)
    admission = goes(office, admission_of(office, kofi), until="RecordVisa")
    known = {"id": admission["id"]}
    liaison = office.as_role("migration_liaison")

    with over_websocket(*office.entrance("faculty_coordinator", unit=PHILOLOGY), CHANGED) as told:
        liaison.does("RecordStudentArrival", **known, on=days.today)
        pushed = told()["admissionChanged"]
    due = days.today + timedelta(days=15)
    shown = office.officer.asks(SHOWN, **known, person=kofi["id"])
    arrived = department.hears(ADMISSIONS, admission, "admission.arrived")
    days.becomes(due - timedelta(days=1))
    reminded = department.hears(ADMISSIONS, admission, "admission.registration_due")
    days.becomes(due + timedelta(days=1))
    late = department.hears(ADMISSIONS, admission, "admission.registration_overdue")

    assert pushed == {"id": admission["id"], "migration": "ARRIVED", "registrationOverdue": False}
    assert shown["admissions"]["nodes"] == [{"id": admission["id"]}]
    assert shown["person"]["admissions"] == {"totalCount": 1}
    seen = shown["admission"]
    assert (seen["status"], seen["registrationDue"]) == ("ACCEPTED", due.isoformat())
    assert seen["clocks"][0]["kind"] == "REGISTRATION"
    assert arrived.change["registration_due"] == due.isoformat()
    assert reminded.change["due"] == late.change["due"] == due.isoformat()
    assert late.change["tell"] == ["head"]
    assert seen["visa"]["number"].encode() not in arrived.raw
    eventually(lambda: office.head.asks(SHOWN, **known, person=kofi["id"])["admission"]["registrationOverdue"])


def test_a_refused_visa_frees_bed_and_place_and_says_why(office: Office, department: Department) -> None:
    admission = goes(office, admission_of(office))
    known = {"id": admission["id"]}
    office.officer.does("AskForArrangement", **known, help="bed", due=office.days.day(20))
    asked = department.hears(ADMISSIONS, admission, "admission.request_made")
    request = asked.change["request_id"]
    office.officer.does("RecordArrangementAnswer", **known, request_id=request, answer="accepted")

    office.officer.does("RecordVisaRefusal", **known, on=office.days.today, reason="Papers were missing")

    withdrawn = department.hears(ADMISSIONS, admission, "admission.request_withdrawn")
    released = department.hears(ADMISSIONS, admission, "admission.place_released")
    assert withdrawn.change == {
        "request_id": request,
        "department": "dormitory",
        "help": "bed",
        "reason": "visa_refused",
    }
    assert released.change["cause"] == "visa_refused"
    seen = office.officer.asks(SEEN, **known)["admission"]
    assert (seen["status"], seen["reason"]) == ("CANCELLED", "Papers were missing")


def test_a_permit_waits_for_a_passport_that_is_long_enough(office: Office) -> None:
    kofi = office.person(**ABROAD)
    passport = {"id": kofi["id"], "kind": "passport"}
    office.officer.does("RecordDocument", **passport, expires=office.days.day(400))
    admission = goes(office, admission_of(office, kofi), until="RegisterPlaceOfStay")
    wanted = {"id": admission["id"], "on": office.days.today, "until": office.days.day(364)}

    code = office.officer.refuses("ApplyForPermit", **wanted)
    office.officer.does("RecordDocument", **passport, expires=office.days.day(800))
    applied = office.officer.does("ApplyForPermit", **wanted)

    assert code == "admission-passport-too-short"
    assert applied["version"] > admission["version"]


def test_an_applicant_reads_the_own_admission_and_another_faculty_sees_nothing(office: Office) -> None:
    kofi = office.person(**ABROAD)
    admission = goes(office, admission_of(office, kofi), until="RecordPortalApplication")
    office.officer.does("RejectAdmission", id=admission["id"], reason="The programme is full")
    known = {"id": admission["id"]}
    everybody = {
        "own": office.as_role("student", person_id=bare(kofi["id"])),
        "faculty": office.coordinator(PHILOLOGY),
        "other faculty": office.coordinator(HISTORY),
        "another student": office.as_role("student", person_id=bare(admission["id"])),
    }

    seen = {who: portal.asks(SEEN, **known) for who, portal in everybody.items()}

    reasons = {who: each["admission"] and each["admission"]["reason"] for who, each in seen.items()}
    assert reasons == {
        "own": "The programme is full",
        "faculty": "The programme is full",
        "other faculty": None,
        "another student": None,
    }
    assert [seen[who]["admissions"]["totalCount"] for who in ("other faculty", "another student")] == [0, 0]
