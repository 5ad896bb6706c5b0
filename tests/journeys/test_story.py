"""One story: a delegation comes, a memorandum is signed, it opens seats, and somebody goes."""

from datetime import datetime
from typing import NamedTuple

import pytest

from tests.journeys.days import Calendar
from tests.journeys.office import HISTORY, Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

STORY = "query($of: ID!) { story(of: $of) { at fact version nodeId actor correlationId node { id code } } }"
CHAIN = """query($id: ID!, $year: String!) { visit(id: $id) {
    agreements { totalCount nodes {
        id status
        conditions { peoplePerYear seatsLeft(academicYear: $year) mobilities { totalCount nodes { id status } } }
    } }
    organisations { id agreements { totalCount } received { totalCount } }
} }"""


class Chain(NamedTuple):
    """What came of one delegation."""

    partner: Thing
    visit: Thing
    agreement: Thing
    stay: Thing


@pytest.fixture
def chain(office: Office, days: Calendar) -> Chain:
    """A delegation came, its memorandum was signed on the spot, and a student is at the partner."""
    partner = office.partner()
    visit = office.planned(office.visit(partner, in_days=2))
    agreement = office.approved(partner, origin={"kind": "visit", "id": visit["id"]})
    office.officer.does(
        "AddProgrammeItem",
        id=visit["id"],
        kind="signing",
        title={"az": "İmzalanma", "en": "Signing"},
        starts=days.at(days.day(2), 11),
        ends=days.at(days.day(2), 12),
        agreement_id=agreement["id"],
    )
    visit = office.begun(visit)
    agreement = office.signs(agreement, visit_id=visit["id"])
    signed = "query($id: ID!) { visit(id: $id) { programme { signedOn } } }"
    eventually(lambda: office.officer.asks(signed, id=visit["id"])["visit"]["programme"][0]["signedOn"])
    stay = office.arrived(office.nominated(agreement))
    eventually(lambda: story(office, stay)[-1]["fact"] == "mobility.arrived")
    return Chain(partner, visit, agreement, stay)


def story(office: Office, of: Thing) -> list[Thing]:
    """The story of a thing as the officer reads it."""
    told: list[Thing] = office.officer.asks(STORY, of=of["id"])["story"]
    return told


def test_one_query_shows_the_whole_chain_and_counts_each_once(office: Office, days: Calendar, chain: Chain) -> None:
    seen = office.officer.asks(CHAIN, id=chain.visit["id"], year=days.academic_year())["visit"]

    stays = {"totalCount": 1, "nodes": [{"id": chain.stay["id"], "status": "ARRIVED"}]}
    condition = {"peoplePerYear": 5, "seatsLeft": 4, "mobilities": stays}
    agreement = {"id": chain.agreement["id"], "status": "IN_FORCE", "conditions": [condition]}
    assert seen["agreements"] == {"totalCount": 1, "nodes": [agreement]}
    assert seen["organisations"] == [
        {"id": chain.partner["id"], "agreements": {"totalCount": 1}, "received": {"totalCount": 1}}
    ]


def test_the_story_tells_in_order_what_happened_when_and_by_whom(office: Office, chain: Chain) -> None:
    told = story(office, chain.visit)

    turns = [(each["fact"], each["actor"]) for each in told if each["fact"] in TURNS]
    assert turns == list(TURNS.items())
    moments = [datetime.fromisoformat(each["at"]) for each in told]
    assert moments == sorted(moments)
    assert {each["nodeId"] for each in told} == {each["id"] for each in (chain.visit, chain.agreement, chain.stay)}
    assert len({(each["nodeId"], each["version"]) for each in told}) == len(told)
    assert {each["correlationId"] for each in told} == {chain.visit["correlationId"]}
    assert {each["node"]["id"] for each in told} == {each["nodeId"] for each in told}


TURNS = {
    "visit.requested": "demo-officer",
    "visit.approved": "demo-head",
    "agreement.drafted": "demo-officer",
    "agreement.approved": "demo-rectorate",
    "visit.started": "demo-officer",
    "agreement.signed": "demo-officer",
    "agreement.in_force": "demo-officer",
    "visit.agreement_signed": "system:events",
    "mobility.nominated": "demo-officer",
    "mobility.arrived": "demo-officer",
}


def test_the_same_story_is_told_from_its_end(office: Office, chain: Chain) -> None:
    from_the_visit = [each["fact"] for each in story(office, chain.visit)]

    from_the_stay = [each["fact"] for each in story(office, chain.stay)]

    assert from_the_stay == from_the_visit


def test_nobody_reads_in_a_story_what_they_may_not_read_elsewhere(office: Office, chain: Chain) -> None:
    street = office.anybody.asks(STORY, of=chain.agreement["id"])["story"]
    hidden = office.anybody.answer(STORY, of=chain.visit["id"])
    foreign = office.coordinator(HISTORY).asks(STORY, of=chain.agreement["id"])["story"]

    assert hidden == {"data": {"story": None}}
    for told in (street, foreign):
        assert {each["nodeId"] for each in told} == {chain.agreement["id"]}
        assert {each["fact"] for each in told}.isdisjoint({"agreement.drafted", "agreement.approved"})
        assert {each["actor"] for each in told} == {None}
