"""What somebody from the street sees: all that the office publishes, and no hint of anything else."""

import pytest

from tests.journeys.departments import Department
from tests.journeys.office import HISTORY, LETTER, PHILOLOGY, Office

pytestmark = pytest.mark.journey

NODE = "query($id: ID!) { node(id: $id) { id } }"
AGREEMENT = """query($id: ID!) { agreement(id: $id) {
    status title { text(lang: EN) } parties { us organisation { id name } } conditions { peoplePerYear } signedOn
    author correlationId reviews { step } approvals { by } approvedTerms { version } ballWith
    signatures { on } amendments { number } owner documents { reference } waivers { rule } reason
    mobilities { totalCount }
} }"""
PARTNER = """query($id: ID!) { organisation(id: $id) {
    status name risk { rating } voen author
    agreements { totalCount nodes { id } } visits { totalCount } received { totalCount } sent { totalCount }
} }"""
LISTS = """query($words: String!) {
    organisations(filter: {search: $words}) { totalCount }
    agreements(filter: {search: $words}) { totalCount }
    visits(filter: {search: $words}) { totalCount }
    actionPoints(filter: {search: $words}) { totalCount }
    people { totalCount }
    mobilities { totalCount }
}"""
NOTHING: tuple[object, ...] = (None, [])


def test_nothing_that_the_office_has_not_published_can_be_found_from_the_street(office: Office) -> None:
    partner = office.partner()
    agreement = office.signed(partner)
    hidden = [
        office.partner(active=False),
        office.draft(partner),
        office.in_review(office.draft(partner), "faculty"),
        office.approved(office.partner()),
        office.person(),
        office.nominated(agreement),
        office.planned(office.visit(partner)),
        office.promised(),
    ]

    seen = [office.anybody.answer(NODE, id=each["id"]) for each in hidden]
    lists = office.anybody.asks(LISTS, words=office.mark)

    assert seen == [{"data": {"node": None}}] * len(hidden)
    assert {name: each["totalCount"] for name, each in lists.items()} == {
        "organisations": 2,
        "agreements": 1,
        "visits": 0,
        "actionPoints": 0,
        "people": 0,
        "mobilities": 0,
    }


def test_an_agreement_in_force_is_public_and_how_it_came_about_is_not(office: Office) -> None:
    partner = office.partner()
    agreement = office.signed(partner, documents=[{"title": "Scan", "reference": "S-1"}])
    office.nominated(agreement)

    seen = office.anybody.asks(AGREEMENT, id=agreement["id"])["agreement"]

    inside = {name: seen.pop(name) for name in list(seen) if name in {
        "author", "correlationId", "reviews", "approvals", "approvedTerms", "ballWith", "signatures", "amendments",
        "owner", "documents", "waivers", "reason",
    }}  # fmt: skip
    assert len(inside) == 12
    assert all(value in NOTHING for value in inside.values()), inside
    assert seen["status"] == "IN_FORCE"
    assert [each["organisation"] and each["organisation"]["id"] for each in seen["parties"]] == [None, partner["id"]]
    assert seen["conditions"] == [{"peoplePerYear": 5}]
    assert seen["mobilities"] == {"totalCount": 0}


def test_a_partner_is_public_with_what_is_published_about_it(office: Office) -> None:
    partner = office.partner()
    office.officer.does("RateOrganisation", id=partner["id"], risk={"rating": "high", "until": office.days.day(90)})
    agreement = office.signed(partner)
    office.draft(partner)
    office.nominated(agreement)
    office.visit(partner)

    seen = office.anybody.asks(PARTNER, id=partner["id"])["organisation"]

    assert seen["agreements"] == {"totalCount": 1, "nodes": [{"id": agreement["id"]}]}
    assert {name: seen[name]["totalCount"] for name in ("visits", "received", "sent")} == dict.fromkeys(
        ("visits", "received", "sent"), 0
    )
    assert (seen["status"], seen["risk"], seen["voen"], seen["author"]) == ("ACTIVE", None, None, None)


def test_a_delegation_is_the_offices_own_affair_even_when_it_is_over(office: Office) -> None:
    visit = office.begun(office.planned(office.visit(in_days=1)))
    office.officer.does("CompleteVisit", id=visit["id"])
    office.officer.does("ReportVisit", id=visit["id"], report={"en": "They came and saw."})

    seen = office.anybody.answer(NODE, id=visit["id"])
    own, other = (office.coordinator(unit).asks(NODE, id=visit["id"])["node"] for unit in (PHILOLOGY, HISTORY))

    assert seen == {"data": {"node": None}}
    assert (own, other) == ({"id": visit["id"]}, None)


def test_nobody_from_the_street_changes_anything(office: Office, department: Department) -> None:
    draft = office.draft(office.partner())
    title = {"az": office.named("Memorandum")}

    codes = {
        office.anybody.refuses("RetitleAgreement", id=draft["id"], title=title),
        office.anybody.refuses("SignAgreement", id=draft["id"], signatures=office.signatures(draft)),
        office.anybody.refuses("RegisterPerson", kind="student", given_name="A", family_name="B"),
        office.as_role("auditor").refuses("RetitleAgreement", id=draft["id"], title=title),
        office.as_role("student").refuses("AddDocument", id=draft["id"], document={"title": "X", **LETTER}),
    }

    assert codes == {"unauthenticated", "forbidden"}
    assert department.facts("partners.agreements.v1", draft, until="agreement.drafted") == ["agreement.drafted"]
