"""How an admission goes from the first word to the departure, and why it does not."""

import asyncio
from typing import Any

import pytest

from tests.mobility.admissions.conftest import ON, ORDER, REASON, STEPS, Admissions, themselves
from tests.mobility.conftest import baku
from tests.office import Refused

UNDECIDED = ("lead", "applied", "documents_checked", "recognition_pending", "recognised", "waiting")
OWN = {"units": ["philology"]}
LATER: dict[str, Any] = {"on": "2026-11-24"}


async def test_an_application_becomes_a_student_with_a_permit(office: Admissions) -> None:
    admission = await office.at("permit_valid")

    shown = await office.shown(admission)
    assert (shown["status"], shown["migration"], shown["arrangements"]) == ("enrolled", "permit_valid", "not_asked")
    assert (shown["order_number"], shown["education_country"], shown["unit"]) == ("44-T", "GH", "philology")
    said = await office.said_about(admission["id"])
    assert [each for each in said if each != "document_recorded"] == [
        *("opened", "applied", "documents_checked", "recognition_asked", "recognised", "offered", "accepted"),
        *("invited", "visa_asked", "visa_granted", "arrived", "place_registered", "enrolled"),
        *("permit_applied", "permit_granted"),
    ]


async def test_who_studied_in_azerbaijan_is_offered_a_place_without_recognition(office: Admissions) -> None:
    admission = await office.at("documents_checked", await office.kofi(education_country="AZ"))

    refused = await office.refuses("officer", "SendForRecognition", id=admission["id"], **ON)
    offered = await office.does("officer", "OfferAdmission", id=admission["id"], answer_until="2026-11-23")

    assert (refused, offered["status"]) == ("admission-recognition-not-needed", "offered")


async def test_education_abroad_is_recognised_before_a_place_is_offered(office: Admissions) -> None:
    admission = await office.at("documents_checked")
    offer = STEPS["offered"][1]

    codes = [
        await office.refuses("officer", "OfferAdmission", id=admission["id"], **offer),
        await office.refuses("officer", "WaitlistAdmission", id=admission["id"], **REASON),
    ]

    assert codes == ["admission-not-recognised"] * 2
    assert admission["state"]["closed"]["OfferAdmission"] == "admission-not-recognised"


async def test_who_studied_here_waits_for_a_place_without_recognition(office: Admissions) -> None:
    admission = await office.at("documents_checked", await office.kofi(education_country="AZ"))

    waiting = await office.does("officer", "WaitlistAdmission", id=admission["id"], **REASON)
    offered = await office.does("officer", "OfferAdmission", id=admission["id"], answer_until="2026-12-01")

    assert (waiting["status"], offered["status"]) == ("waiting", "offered")


@pytest.mark.parametrize(
    ("given", "code"),
    [({"citizenship": None}, "admission-citizenship-unfit"), ({"citizenship": "AZ"}, "admission-citizenship-unfit"),
     ({"education_country": None}, "admission-education-country-missing"),
     ({"kind": "reviewer"}, "person-from-outside")],
)  # fmt: skip
async def test_admissions_are_for_foreign_citizens_of_whom_enough_is_known(
    office: Admissions, given: dict[str, Any], code: str
) -> None:
    person = await office.kofi(**given)

    assert await office.refuses("officer", "OpenAdmission", **office.wanted(person)) == code


async def test_one_person_is_admitted_once_to_a_programme_in_a_year(office: Admissions) -> None:
    kofi = await office.kofi()
    admission = await office.lead(kofi)

    again = await office.refuses("head", "OpenAdmission", **office.wanted(kofi))
    other = await office.lead(kofi, programme="History")
    code = await office.refuses("officer", "CorrectAdmission", id=other["id"], programme="Azerbaijani philology")
    await office.does("officer", "CancelAdmission", id=admission["id"], cause="office", **REASON)
    await office.does("officer", "CorrectAdmission", id=other["id"], programme="Azerbaijani philology", funding="state")
    reopened = await office.refuses("head", "ReopenAdmission", id=admission["id"], **REASON)

    assert [again, code, reopened] == ["admission-twice"] * 3


async def test_a_number_of_the_portal_belongs_to_one_admission(office: Admissions) -> None:
    first, second = await office.lead(), await office.lead()
    known = {"portal_number": "SIA-1", **ON}
    await office.does("officer", "RecordPortalApplication", id=first["id"], **known)

    code = await office.refuses("officer", "RecordPortalApplication", id=second["id"], **known)

    assert code == "admission-portal-number-taken"


async def test_a_no_has_its_reason_and_goes_on_where_it_stood(office: Admissions) -> None:
    kofi = await office.kofi()
    admission = await office.lead(kofi)
    no = "officer", "RejectAdmission"

    seen = []
    async for reached in office.walks(admission, "waiting"):
        without = await office.refuses(*no, id=admission["id"])
        rejected = await office.does(*no, id=admission["id"], **REASON)
        read = await office.told("student", admission, "reason", **themselves(kofi))
        again = await office.does("head", "ReopenAdmission", id=admission["id"], reason="The dean asks for it")
        assert (without, rejected["status"], read) == ("invalid-input", "rejected", [REASON])
        assert (rejected["state"]["cause"], again["state"]["cause"], again["status"]) == ("not_admitted", None, reached)
        seen.append(reached)

    assert seen == [*UNDECIDED[1:]]


async def test_what_was_called_off_goes_on_where_it_stood_and_frees_its_place(office: Admissions) -> None:
    admission = await office.lead()
    off, again = ("officer", "CancelAdmission"), ("head", "ReopenAdmission")

    stood = {}
    await office.does(*off, id=admission["id"], cause="basis", **REASON)
    stood["lead"] = (await office.does(*again, id=admission["id"], **REASON))["status"]
    async for reached in office.walks(admission, "accepted"):
        cancelled = await office.does(*off, id=admission["id"], cause="basis", **REASON)
        stood[reached] = (await office.does(*again, id=admission["id"], **REASON))["status"]
        assert (cancelled["status"], cancelled["state"]["cause"]) == ("cancelled", "basis")
        if reached == "offered":
            await office.does("officer", "OfferAdmission", id=admission["id"], **STEPS["offered"][1])

    assert stood == {each: each for each in (*UNDECIDED, "accepted")} | {"offered": "waiting"}
    assert [each["cause"] for each in await office.changes(admission, "place_released")] == ["basis"] * 2


async def test_the_applicant_takes_the_place_until_the_end_of_the_last_day(office: Admissions) -> None:
    kofi, ama = await office.kofi(), await office.kofi(given_name="Ama")
    taken, late = await office.at("offered", kofi), await office.at("offered", ama)
    accept = "student", "AcceptAdmission"

    office.clock.move_to(baku(2026, 12, 7, 23, 59))
    accepted = await office.does(*accept, by=themselves(kofi), id=taken["id"])
    foreign = await office.refuses(*accept, by=themselves(kofi), id=late["id"])
    office.clock.move_to(baku(2026, 12, 8, 0, 1))
    over = await office.refuses(*accept, by=themselves(ama), id=late["id"])
    await office.waits_until(baku(2026, 12, 8, 1))

    assert (accepted["status"], foreign, over) == ("accepted", "not-found", "admission-offer-over")
    shown = await office.shown(late)
    assert (shown["status"], shown["cause"]) == ("cancelled", "offer_lapsed")
    assert (await office.said_about(late["id"]))[-2:] == ["cancelled", "place_released"]


async def test_an_offer_can_still_be_answered_when_it_is_made(office: Admissions) -> None:
    admission = await office.at("recognised")

    code = await office.refuses("officer", "OfferAdmission", id=admission["id"], answer_until="2026-11-22")

    assert code == "admission-offer-out-of-reach"


async def test_who_has_not_arrived_is_not_enrolled_and_has_no_studies_to_end(office: Admissions) -> None:
    admission = await office.at("visa_granted")

    codes = [
        await office.refuses("officer", "EnrolStudent", id=admission["id"], **ORDER),
        await office.refuses("officer", "EndStudies", id=admission["id"], ending="left", **ON, **REASON),
    ]

    assert codes == ["admission-not-arrived"] * 2


async def test_who_has_arrived_and_does_not_enrol_leaves(office: Admissions) -> None:
    admission = await office.at("arrived")

    cancelled = await office.refuses("officer", "CancelAdmission", id=admission["id"], cause="office", **REASON)
    expelled = await office.refuses("officer", "EndStudies", id=admission["id"], ending="expelled", **ON, **REASON)
    left = await office.does("officer", "EndStudies", id=admission["id"], ending="left", **ON, **REASON)

    assert (cancelled, expelled) == ("admission-already-arrived", "admission-end-not-open")
    assert left["status"] == "left"


@pytest.mark.parametrize(
    ("ending", "begun"),
    [("graduated", "enrolled"), ("expelled", "enrolled"), ("left", "enrolled"), ("expelled", "away"), ("left", "away")],
)
async def test_studies_end_and_the_student_departs(office: Admissions, ending: str, begun: str) -> None:
    admission = await office.at("enrolled")
    if begun == "away":
        await office.does("officer", "BeginAcademicLeave", id=admission["id"], until="2027-09-15", **REASON)

    ended = await office.does("officer", "EndStudies", id=admission["id"], ending=ending, **ON, **REASON)
    before = await office.refuses("officer", "RecordDeparture", id=admission["id"], on="2026-11-22")
    departed = await office.does("migration_liaison", "RecordDeparture", id=admission["id"], **ON)

    assert (ended["status"], before) == (ending, "admission-before-arrival")
    state = departed["state"]
    assert (departed["status"], state["migration"], state["permit_due"]) == ("departed", "ended", None)


async def test_who_is_expelled_can_read_why(office: Admissions) -> None:
    admission = await office.at("enrolled")

    code = await office.refuses("officer", "EndStudies", id=admission["id"], ending="expelled", **ON)

    assert code == "admission-end-without-reason"


async def test_a_student_goes_on_after_academic_leave(office: Admissions) -> None:
    admission = await office.at("enrolled")

    away = await office.does("officer", "BeginAcademicLeave", id=admission["id"], until="2027-09-15", **REASON)
    back = await office.does("officer", "ResumeStudies", id=admission["id"])

    assert (away["status"], away["state"]["leave_until"]) == ("academic_leave", "2027-09-15")
    assert (back["status"], back["state"]["leave_until"]) == ("enrolled", None)


async def test_what_is_written_down_has_happened(office: Admissions) -> None:
    admission = await office.lead()
    dated = [given for _, given in STEPS.values() if "on" in given]

    known = {"id": admission["id"], "portal_number": "SIA-1", **LATER}
    codes = [await office.refuses("officer", "RecordPortalApplication", **known)]
    steps = iter([each for each in STEPS.items() if each[0] not in ("applied", "waiting")])
    async for reached in office.walks(admission, "enrolled", waits=False):
        _, (command, given) = next(steps)
        if "on" in given:
            codes.append(await office.refuses("officer", command, id=admission["id"], **(given | LATER)))
        if reached == "visa_pending":
            codes.append(await office.refuses("officer", "RecordVisaRefusal", id=admission["id"], **LATER, **REASON))
        if reached == "registered":
            codes.append(await office.refuses("officer", "RecordMove", id=admission["id"], **LATER))

    assert codes == ["admission-day-in-future"] * (len(dated) + 2)


async def test_of_two_officers_who_act_at_once_one_is_heard(office: Admissions) -> None:
    admission = await office.at("visa_pending")
    granted = office.does("officer", "RecordVisa", id=admission["id"], **STEPS["visa_granted"][1])
    refused = office.does("head", "RecordVisaRefusal", id=admission["id"], **ON, **REASON)

    answers = await asyncio.gather(granted, refused, return_exceptions=True)

    done = [each for each in answers if not isinstance(each, BaseException)]
    codes = {each.code for each in answers if isinstance(each, Refused)}
    assert len(done) == 1
    assert codes <= {"wrong-status", "admission-visa-not-pending"}
    assert (await office.shown(admission))["migration"] == done[0]["state"]["migration"]


async def test_one_who_saw_an_older_version_is_told(office: Admissions) -> None:
    admission = await office.lead()
    seen = {"seen": admission["version"]}
    await office.does("officer", "CorrectAdmission", id=admission["id"], funding="state", **seen)

    assert (
        await office.refuses("head", "CorrectAdmission", id=admission["id"], language="en", **seen) == "stale-version"
    )
