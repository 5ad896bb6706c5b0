"""What is arranged for a stay, who pays for it, and what it counts for between us and the partner."""

from typing import Any

import pytest

from tests.mobility.conftest import Mobility, baku

EUR = "EUR"
ROWS: list[dict[str, Any]] = [
    {"source": "programme", "rate": {"amount": "600", "currency": EUR}, "per": "month"},
    {"source": "sender", "rate": {"amount": "275", "currency": EUR}, "per": "stay"},
]
OUR_FACULTY: dict[str, Any] = {"from": {"organisation_id": None, "unit": "philology"}}
INSURANCE = {"company": "Paşa Sığorta", "number": "TR-4711-22", "valid_to": "2027-06-30"}
CONTACT = {"name": "Leyla Əliyeva", "phone": "+994502223344", "relation": "mother"}


async def changes(office: Mobility, stay: Any, fact: str) -> list[Any]:
    said = await office.messages_about(stay["id"])
    return [each["change"] for each in said if each["type"].endswith(f"mobility.{fact}.v1")]


async def reads(office: Mobility, role: str, stay: Any, *fields: str, **who: Any) -> Any:
    question: dict[str, Any] = {"ids": [stay["id"]], "fields": fields, "purpose": "Grant"}
    return (await office.asks(role, "POST", "/mobilities/read", json=question, **who)).json()["mobilities"]


async def test_wishes_and_units_are_told_and_an_agreed_unit_stands(office: Mobility) -> None:
    stay = await office.nominates(await office.agreement(to={"organisation_id": None, "unit": None}))
    agreed = await office.nominates(await office.agreement(**OUR_FACULTY))
    wishes: dict[str, Any] = {"courses_wanted": ["Phonetics", "Syntax"], "housing_wanted": True}

    state = (await office.does("officer", "ArrangeMobility", id=stay["id"], receiver_unit="Linguistics", **wishes))[
        "state"
    ]

    assert (state["courses_wanted"], state["housing_wanted"]) == (wishes["courses_wanted"], True)
    assert state["receiver_unit"] == "Linguistics"
    other = {"id": agreed["id"], "sender_unit": "history"}
    assert await office.refuses("officer", "ArrangeMobility", **other) == "mobility-unit-agreed"


async def test_insurance_and_whom_to_call_stay_with_those_who_may_know_and_are_forgotten(office: Mobility) -> None:
    stay = await office.nominates(await office.agreement())
    short = {**INSURANCE, "valid_to": "2027-06-29"}

    warned = await office.does("officer", "RecordStayInsurance", id=stay["id"], insurance=short)
    state = (await office.does("officer", "RecordStayInsurance", id=stay["id"], insurance=INSURANCE))["state"]
    await office.does("officer", "NameStayContact", id=stay["id"], contact=CONTACT)

    assert [each["code"] for each in warned["warnings"]] == ["mobility-insurance-too-short"]
    assert state["insured_until"] == "2027-06-30"
    said = str(await office.messages_about(stay["id"])) + str(await office.audit_of(stay["id"]))
    assert [secret for secret in ("Paşa", "4711", "Leyla", "0502223344") if secret in said] == []
    [known] = await reads(office, "officer", stay, "insurance", "emergency_contact")
    assert (known["insurance"], known["emergency_contact"]["name"]) == (INSURANCE, CONTACT["name"])
    [seen] = await reads(office, "auditor", stay, "insurance", "emergency_contact")
    assert set(seen) == {"id", "insurance"}
    await office.waits_until(baku(2027, 7, 31))
    [left] = await reads(office, "officer", stay, "insurance", "emergency_contact")
    assert (left["insurance"], left["emergency_contact"]) == (None, None)


async def test_a_grant_is_planned_by_the_plan_and_finance_hears_the_difference_of_the_actual_days(
    office: Mobility,
) -> None:
    stay = await office.nominates(await office.agreement())

    await office.does("finance", "PlanGrant", id=stay["id"], rows=ROWS)
    await office.brings(stay, "arrived")
    office.clock.move_to(baku(2027, 7, 1, 9))
    await office.does("officer", "RecordReturn", id=stay["id"], on="2027-06-28")
    right: dict[str, Any] = {"actual_to": "2027-06-30", "reason": "The host's letter"}
    await office.does("officer", "CorrectMobility", id=stay["id"], **right)

    [planned] = await changes(office, stay, "grant_planned")
    assert (planned["days"], [each["amount"] for each in planned["amounts"]]) == (150, ["3000.00", "275.00"])
    returned, corrected = await changes(office, stay, "grant_recalculated")
    assert returned["days"] == 146
    assert returned["difference"] == [{"source": "programme", "amount": "-80.00", "currency": EUR}]
    assert corrected["difference"] == [{"source": "programme", "amount": "40.00", "currency": EUR}]
    [known] = await reads(office, "finance", stay, "granted", "emergency_contact")
    assert [each["amount"] for each in known["granted"]] == ["2960.00", "275.00"]
    assert "emergency_contact" not in known


@pytest.mark.parametrize("force_majeure", [True, False])
async def test_whether_an_early_return_was_force_majeure_stands_beside_what_would_go_back(
    office: Mobility, *, force_majeure: bool
) -> None:
    stay = await office.nominates(await office.agreement())
    await office.does("officer", "PlanGrant", id=stay["id"], rows=ROWS)
    await office.brings(stay, "arrived")
    office.clock.move_to(baku(2027, 4, 2, 9))
    early: dict[str, Any] = {"on": "2027-04-03", "force_majeure": force_majeure, "reason": "An earthquake"}
    office.clock.move_to(baku(2027, 4, 4, 9))

    await office.does("officer", "RecordEarlyReturn", id=stay["id"], **early)

    [said] = await changes(office, stay, "grant_recalculated")
    assert (said["days"], said["force_majeure"]) == (60, force_majeure)
    assert said["difference"] == [{"source": "programme", "amount": "-1800.00", "currency": EUR}]


async def test_what_does_not_take_place_is_not_paid_and_a_cancellation_taken_back_is(office: Mobility) -> None:
    stay = await office.nominates(await office.agreement())
    await office.does("officer", "PlanGrant", id=stay["id"], rows=ROWS[:1])

    await office.does("officer", "CancelMobility", id=stay["id"], cause="own_wish", reason="No")
    await office.does("officer", "ReopenMobility", id=stay["id"])
    moved: dict[str, Any] = {"planned_from": "2027-02-01", "planned_to": "2027-03-02"}
    await office.does("officer", "ReplanMobility", id=stay["id"], **moved)

    said = [each["difference"][0]["amount"] for each in await changes(office, stay, "grant_recalculated")]
    assert said == ["-3000.00", "3000.00", "-2400.00"]


async def test_months_of_students_and_days_of_staff_are_posted_and_corrected_by_postings(office: Mobility) -> None:
    student = await office.brings(await office.nominates(await office.agreement()), "returned")
    teacher = await office.person(kind="staff")
    teaching = await office.agreement(kind="teaching", eqf=[])
    week = {"planned_from": "2027-09-06", "planned_to": "2027-09-10"}
    staff = await office.nominates(teaching, person_id=teacher, **week)
    for command, on in (("AcceptNomination", "2027-06-30"), ("AgreeMobility", "2027-06-30")):
        await office.does("officer", command, id=staff["id"], on=on)
    office.clock.move_to(baku(2027, 9, 11, 9))
    await office.does("officer", "RecordArrival", id=staff["id"], on="2027-09-06")
    await office.does("officer", "RecordReturn", id=staff["id"], on="2027-09-10")

    right: dict[str, Any] = {"actual_to": "2027-06-27", "academic_year": "2027/2028", "reason": "The host's letter"}
    await office.does("officer", "CorrectMobility", id=student["id"], **right)

    posted = [
        (each["academic_year"], each["unit"], each["amount"]) for each in (await office.stay(student))["postings"]
    ]
    assert posted == [
        ("2026/2027", "person_months", "4.93"),
        ("2026/2027", "person_months", "-4.93"),
        ("2027/2028", "person_months", "4.83"),
    ]
    assert [each["amount"] for each in (await office.stay(staff))["postings"]] == ["5"]
