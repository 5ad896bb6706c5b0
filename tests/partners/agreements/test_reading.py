"""What can be read of an agreement, and by whom."""

from uuid import uuid4

import pytest

from tests.office import Office
from tests.partners.agreements import history

READS = ["", "/audit", "/impact", "/terms/1", "/seats?year=2026/2027"]


async def test_the_seats_of_a_year_are_counted_for_a_level_and_balanced(office: Office) -> None:
    partner_id = await history.partner(office)
    back = {"from": {"organisation_id": partner_id}, "to": {}}
    conditions = [history.seats(partner_id), history.seats(partner_id, 3, **back, eqf=[8])]
    agreement = await history.draft(office, partner_id, conditions=conditions)

    everybody = (await office.asks("officer", "GET", f"/agreement/{agreement['id']}/seats?year=2027/2028")).json()
    doctoral = (
        await office.asks("officer", "GET", f"/agreement/{agreement['id']}/seats?year=2027/2028&level=8")
    ).json()
    later = (await office.asks("officer", "GET", f"/agreement/{agreement['id']}/seats?year=2029/2030")).json()

    assert everybody["balance"] == {"year": "2027/2028", "sent": 5, "received": 3}
    assert [(each["outgoing"], each["people"]) for each in doctoral["seats"]] == [(False, 3)]
    assert later["seats"] == []


@pytest.mark.parametrize("read", READS)
async def test_whoever_does_not_read_agreements_does_not_learn_that_there_is_one(office: Office, read: str) -> None:
    agreement = await history.draft(office, unit="philology")
    strangers = [("student", {}), ("faculty_coordinator", {"units": ["physics"]})]

    known = [
        await office.asks(role, "GET", f"/agreement/{agreement['id']}{read}", **about) for role, about in strangers
    ]
    unknown = await office.asks("head", "GET", f"/agreement/{uuid4()}{read}")
    nobody = await office.asks(None, "GET", f"/agreement/{agreement['id']}{read}")

    assert {answer.status_code for answer in known} == {404}
    assert {answer.json()["code"] for answer in [*known, unknown]} == {"not-found"}
    assert nobody.status_code == 401


@pytest.mark.parametrize("read", READS)
async def test_those_who_work_with_agreements_read_them(office: Office, read: str) -> None:
    agreement = await history.draft(office, unit="philology")
    readers = ["officer", "head", "legal", "finance", "rectorate", "auditor", "faculty_coordinator"]

    answers = [
        await office.asks(role, "GET", f"/agreement/{agreement['id']}{read}", units=["philology"]) for role in readers
    ]

    assert {answer.status_code for answer in answers} == {200}


async def test_terms_that_never_were_are_not_found(office: Office) -> None:
    agreement = await history.draft(office)

    assert (await office.asks("head", "GET", f"/agreement/{agreement['id']}/terms/7")).status_code == 404


async def test_the_audit_says_who_changed_what_and_why(office: Office) -> None:
    agreement = await history.draft(office)
    await office.does("officer", "AbandonAgreement", id=agreement["id"], reason="The partner has withdrawn.")

    rows = (await office.asks("auditor", "GET", f"/agreement/{agreement['id']}/audit")).json()

    assert [(row["fact"], row["subject"], row["why"]) for row in rows] == [
        ("agreement.drafted", "writer", None),
        ("agreement.abandoned", "officer-1", "The partner has withdrawn."),
    ]
    assert rows[1]["changes"]["status"] == ["draft", "abandoned"]
