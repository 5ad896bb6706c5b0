"""Seats through the portal: who fits, who waits, who comes home early, who may look, and who is forgotten."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from korpu_local.portal import Portal
from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.office import HISTORY, PHILOLOGY, Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

MOBILITIES = "mobility.mobilities.v1"
ARRANGED = "coursesWanted postings { unit amount } granted { source amount }"
STAY = "query($id: ID!) { mobility(id: $id) { status waiting offerUntil } }"
LINE = """query($id: ID!) { agreement(id: $id) { conditions { seatsLeft(academicYear: "%s") } } }"""


def stay(office: Office, nominated: Thing) -> Thing:
    """The stay as the officer sees it now."""
    found: Thing = office.officer.asks(STAY, id=nominated["id"])["mobility"]
    return found


def seats_left(office: Office, agreement: Thing) -> int:
    """How many seats this year's first condition still has."""
    query = LINE % office.days.academic_year()
    left: int = office.officer.asks(query, id=agreement["id"])["agreement"]["conditions"][0]["seatsLeft"]
    return left


def test_a_doctoral_nominee_is_refused_where_only_bachelors_and_masters_go(office: Office) -> None:
    agreement = office.signed(office.partner())
    fits = office.nominated(agreement)

    code = office.officer.refuses("NominatePerson", **office.nomination(agreement, office.person(), level=8))

    assert code == "mobility-level-not-eligible"
    assert stay(office, fits)["status"] == "NOMINATED"
    assert seats_left(office, agreement) == 4


def test_the_sixth_nominee_waits_and_one_withdrawal_offers_the_seat_for_fourteen_days(
    office: Office, days: Calendar, department: Department
) -> None:
    agreement = office.signed(office.partner())
    seated = [office.nominated(agreement) for _ in range(5)]
    sixth, seventh = office.nominated(agreement), office.nominated(agreement)
    assert [stay(office, each)["waiting"] for each in (sixth, seventh)] == [1, 2]
    assert seats_left(office, agreement) == 0

    office.officer.does("CancelMobility", id=seated[2]["id"], cause="own_wish", reason="Has found a job")

    last_day = days.day(14)
    offered = eventually(lambda: stay(office, sixth), lambda it: it["status"] == "OFFERED")
    assert offered == {"status": "OFFERED", "waiting": None, "offerUntil": last_day.isoformat()}
    moved = eventually(lambda: stay(office, seventh), lambda it: it["waiting"] == 1)
    assert moved == {"status": "WAITLISTED", "waiting": 1, "offerUntil": None}
    assert department.hears(MOBILITIES, sixth, "mobility.offered").change == {"until": last_day.isoformat()}


def test_an_offer_holds_to_the_end_of_its_last_day_and_then_goes_to_the_next(
    office: Office, days: Calendar, department: Department
) -> None:
    partner = office.partner()
    agreement = office.signed(partner, conditions=[office.seats(partner, people=1)])
    first, second, third = (office.nominated(agreement) for _ in range(3))
    office.officer.does("CancelMobility", id=first["id"], cause="own_wish", reason="Has found a job")
    until = eventually(lambda: stay(office, second), lambda it: it["status"] == "OFFERED")["offerUntil"]

    last_day = date.fromisoformat(until)
    days.becomes(last_day, hour=23)
    still = stay(office, second)["status"]
    days.becomes(last_day + timedelta(days=1))

    assert still == "OFFERED"
    assert department.hears(MOBILITIES, second, "mobility.lapsed").day == last_day + timedelta(days=1)
    eventually(lambda: stay(office, second)["status"], lambda status: status == "LAPSED")
    eventually(lambda: stay(office, third)["status"], lambda status: status == "OFFERED")
    confirmed = office.officer.does("ConfirmPlace", id=third["id"], more="status")
    assert confirmed["status"] == "NOMINATED"
    facts = department.facts(MOBILITIES, third, until="mobility.confirmed")
    assert facts == ["mobility.waitlisted", "mobility.moved_up", "mobility.offered", "mobility.confirmed"]


def test_finance_hears_that_an_early_return_was_nobodys_fault(
    office: Office, days: Calendar, department: Department
) -> None:
    agreement = office.signed(office.partner())
    nominated = office.nominated(agreement, planned_to=days.day(99))
    office.arrived(nominated)
    days.becomes(days.day(30))
    words = office.named("The campus was flooded")

    returned = office.officer.does(
        "RecordEarlyReturn",
        id=nominated["id"],
        on=days.today,
        force_majeure=True,
        reason=words,
        more="status forceMajeure cause",
    )

    assert (returned["status"], returned["forceMajeure"], returned["cause"]) == (
        "RETURNED_EARLY",
        True,
        "FORCE_MAJEURE",
    )
    said = department.hears(MOBILITIES, nominated, "mobility.returned_early")
    assert said.change == {
        "on": days.today.isoformat(),
        "force_majeure": True,
        "days_planned": 100,
        "days_short": 69,
    }
    assert words.encode() not in said.raw


OF_THE_AGREEMENT = """query($id: ID!) {
    agreement(id: $id) { status mobilities { totalCount edges { node { id } } } }
    mobilities(filter: {agreement: $id}) { totalCount edges { node { id unit } } }
}"""
ONE = "query($id: ID!, $person: ID!) { mobility(id: $id) { id } node(id: $id) { id } person(id: $person) { id } }"


def test_a_coordinator_reads_the_own_facultys_nominees_and_every_facultys_agreements(office: Office) -> None:
    agreement = office.signed(office.partner(), unit=HISTORY)
    ours, theirs = office.person(PHILOLOGY), office.person(HISTORY)
    own, foreign = office.nominated(agreement, ours), office.nominated(agreement, theirs)
    coordinator = office.coordinator(PHILOLOGY)

    seen = coordinator.asks(OF_THE_AGREEMENT, id=agreement["id"])
    hidden = coordinator.answer(ONE, id=foreign["id"], person=theirs["id"])
    shown = coordinator.asks(ONE, id=own["id"], person=ours["id"])

    assert seen["mobilities"] == {"totalCount": 1, "edges": [{"node": {"id": own["id"], "unit": PHILOLOGY}}]}
    assert seen["agreement"] == {
        "status": "IN_FORCE",
        "mobilities": {"totalCount": 1, "edges": [{"node": {"id": own["id"]}}]},
    }
    assert hidden == {"data": {"mobility": None, "node": None, "person": None}}
    assert shown == {"mobility": {"id": own["id"]}, "node": {"id": own["id"]}, "person": {"id": ours["id"]}}


def test_a_coordinator_does_nothing_with_another_facultys_nominee(office: Office) -> None:
    agreement = office.signed(office.partner())
    foreign = office.nominated(agreement, office.person(HISTORY))

    there = office.coordinator(PHILOLOGY).refuses("AcceptNomination", id=foreign["id"], on=office.days.today)
    nowhere = office.coordinator(PHILOLOGY).refuses("AcceptNomination", id=uuid4(), on=office.days.today)

    assert there == nowhere == "not-found"
    assert stay(office, foreign)["status"] == "NOMINATED"


NAMED = """query($id: ID!) { agreement(id: $id) { mobilities(orderBy: {by: CODE}) { nodes {
    person { id name email birthDate }
} } } }"""


def test_names_are_told_to_those_who_may_know_them(office: Office) -> None:
    agreement = office.signed(office.partner())
    private = {"given_name": "Günay", "email": f"{office.mark}@gdu.edu.az", "birth_date": "2004-02-17"}
    own, foreign = (office.person(unit, family_name=f"Of {unit}", **private) for unit in (PHILOLOGY, HISTORY))
    for person in (own, foreign):
        office.nominated(agreement, person)

    known = [
        {"id": each["id"], "name": f"Günay Of {unit}", "email": private["email"], "birthDate": private["birth_date"]}
        for each, unit in ((own, PHILOLOGY), (foreign, HISTORY))
    ]
    assert people(office.officer, agreement) == known
    assert people(office.as_role("auditor"), agreement) == known
    assert people(office.coordinator(PHILOLOGY), agreement) == known[:1]
    assert people(office.as_role("student", person_id=bare(foreign["id"])), agreement) == known[1:]
    assert people(office.as_role("finance"), agreement) == [None, None]
    assert people(office.anybody, agreement) == []


def people(portal: Portal, agreement: Thing) -> list[Thing | None]:
    """Who goes under an agreement, as this caller sees it."""
    nodes = portal.asks(NAMED, id=agreement["id"])["agreement"]["mobilities"]["nodes"]
    return [each["person"] for each in nodes]


def test_a_stay_that_is_over_is_paid_by_its_days_and_counts_for_the_partner(
    office: Office, days: Calendar, department: Department
) -> None:
    partner = office.partner()
    stay = office.nominated(office.signed(partner))
    known: Thing = {"id": stay["id"]}
    year, left, after = days.academic_year(), days.day(99), days.day(101)
    row = {"source": "programme", "rate": {"amount": "300", "currency": "EUR"}, "per": "month"}
    office.as_role("finance").does("PlanGrant", **known, rows=[row])
    office.officer.does("ArrangeMobility", **known, courses_wanted=["Fonetika"], housing_wanted=True)
    office.arrived(stay)
    days.becomes(after)
    assert department.hears(MOBILITIES, stay, "mobility.return_overdue").change == {"planned": days.day(-1).isoformat()}

    office.officer.does("RecordReturn", **known, on=left)

    told = department.hears(MOBILITIES, stay, "mobility.grant_recalculated").change
    assert told["difference"] == [{"source": "programme", "amount": "-10.00", "currency": "EUR"}]
    balance = f'personMonthsBalance(firstYear: "{year}", lastYear: "{year}")'
    shown = f"{{ mobility(id: $stay) {{ {ARRANGED} }} organisation(id: $of) {{ {balance} }} }}"
    seen = office.officer.asks(f"query($stay: ID!, $of: ID!) {shown}", stay=stay["id"], of=partner["id"])
    assert seen["organisation"] == {"personMonthsBalance": "3.33"}
    assert seen["mobility"] == {
        "coursesWanted": ["Fonetika"],
        "postings": [{"unit": "PERSON_MONTHS", "amount": "3.33"}],
        "granted": [{"source": "PROGRAMME", "amount": "1000.00"}],
    }


def test_several_people_are_nominated_in_one_step_and_each_is_answered_for(office: Office) -> None:
    partner = office.partner()
    agreement = office.signed(partner, conditions=[office.seats(partner, people=1)])
    office.officer.does("CancelMobility", id=office.nominated(agreement)["id"], cause="own_wish", reason="A first one")
    people = [office.person() for _ in range(3)]
    levels = (6, 8, 6)
    inputs = [office.nomination(agreement, who, level=level) for who, level in zip(people, levels, strict=True)]
    query = """mutation($inputs: [NominatePersonInput!]!) {
        answers: nominatePeople(inputs: $inputs) { ... on Mobility { status person { id } } ... on Refusal { code } }
    }"""

    answers = office.officer.asks(query, inputs=inputs)["answers"]

    first, second, third = answers
    assert first == {"status": "NOMINATED", "person": {"id": people[0]["id"]}}
    assert second == {"code": "mobility-level-not-eligible"}
    assert third == {"status": "WAITLISTED", "person": {"id": people[2]["id"]}}
