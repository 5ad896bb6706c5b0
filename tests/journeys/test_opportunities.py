"""A scholarship is published: read, judged and subscribed to by anybody, told to departments, suspended by itself."""

import httpx
import pytest

from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually
from tests.journeys.watching import over_websocket

pytestmark = pytest.mark.journey

TOPIC = "mobility.opportunities.v1"
SHOWN = "query($id: ID!) { opportunity(id: $id) { status title { text } suspendedFor verification closesAt } }"
BOARD = """query($search: String!, $since: Date) { opportunities(filter: {
    search: $search, frontPage: true, audience: [STUDENT], level: [6], field: ["0231"], country: ["DE"],
    funding: [PARTIAL], lastDaySince: $since
}, orderBy: {by: DEADLINE}) { nodes { id } } }"""
ELIGIBLE = """query($given: CandidateInput, $of: [ID!], $only: [EligibilityVerdict!]) {
    eligibility(given: $given, opportunities: $of, verdict: $only) {
        verdict requirements rules { rule verdict code message } opportunity { id title { text(lang: EN) } }
    }
}"""
CHANGED = "subscription { opportunityChanged { id status } }"
STORY = "query($of: ID!) { story(of: $of) { fact } }"


def test_a_scholarship_is_published_for_everybody_and_says_who_is_eligible(
    office: Office, department: Department
) -> None:
    asks = {"audience": ["student"], "eqf": [6], "isced": ["0230"], "citizenships": ["AZ"], "ages": [{"under": 30}]}
    money = {"covers": "living", "amount": {"amount": "800", "currency": "EUR"}, "per": "month"}
    funded = {"funding": "partial", "covers": ["living"], "amounts": [money]}
    offered = office.offered(requirements=asks, **funded)
    hidden = office.anybody.asks(SHOWN, id=offered["id"])["opportunity"]
    office.officer.does("VerifyOpportunity", id=offered["id"])

    with over_websocket(*office.entrance(None), CHANGED) as told:
        office.officer.does("PublishOpportunity", id=offered["id"])
        pushed = told()["opportunityChanged"]

    board = office.anybody.asks(BOARD, search=offered["code"], since=office.days.today)["opportunities"]["nodes"]
    given = {"audience": "STUDENT", "level": 7, "field": "0231", "citizenship": "AZ"}
    (judged,) = office.anybody.asks(ELIGIBLE, given=given, of=[offered["id"]])["eligibility"]
    student = office.person(citizenship="AZ", birth_date="2005-04-03")
    myself = office.as_role("student", person_id=bare(student["id"]))
    mine = {"level": 6, "field": "0231", "citizenship": "TR"}
    fits = myself.asks(ELIGIBLE, given=mine, of=[offered["id"]], only=["MET"])["eligibility"]
    (broken,) = office.anybody.answer(ELIGIBLE, given={"level": 99})["errors"]
    said = department.hears(TOPIC, offered, "opportunity.published")

    assert hidden is None
    assert pushed == {"id": offered["id"], "status": "PUBLISHED"}
    assert board == [{"id": offered["id"]}]
    assert (judged["verdict"], judged["opportunity"]["id"]) == ("FAILED", offered["id"])
    assert [each["code"] for each in judged["rules"] if each["verdict"] == "FAILED"] == ["opportunity-level-outside"]
    assert [each["rule"] for each in judged["rules"] if each["verdict"] == "UNKNOWN"] == ["AGE"]
    assert [each["verdict"] for each in fits] == ["MET"]
    assert broken["extensions"]["code"] == "invalid-input"
    assert "given.level" in broken["message"]
    assert said.state["requirements"][0]["eqf"] == [6]


def test_what_rests_on_an_agreement_is_one_story_with_it_and_is_suspended_with_it(
    office: Office, department: Department
) -> None:
    agreement = office.signed(office.partner())
    offered = office.published(kind="exchange", condition_id=agreement["conditions"][0]["id"])
    facts = {each["fact"] for each in office.officer.asks(STORY, of=agreement["id"])["story"]}

    impact = office.head.asks("query($id: ID!) { agreement(id: $id) { impact { code } } }", id=agreement["id"])
    office.head.does(
        "SuspendAgreement",
        id=agreement["id"],
        reason="The partner reorganises",
        impact=impact["agreement"]["impact"]["code"],
    )
    shown = eventually(
        lambda: office.anybody.asks(SHOWN, id=offered["id"])["opportunity"], lambda it: it["status"] == "SUSPENDED"
    )

    assert {"agreement.signed", "opportunity.published"} <= facts
    assert shown["suspendedFor"] == "AGREEMENT_SUSPENDED"
    assert department.hears(TOPIC, offered, "opportunity.suspended").change == {"cause": "agreement_suspended"}


def status(office: Office, offered: Thing) -> str | None:
    """Where it stands, as anybody sees it; nothing while the portal has not heard that it was published."""
    shown = office.anybody.asks(SHOWN, id=offered["id"])["opportunity"]
    return shown and str(shown["status"])


def test_the_clock_closes_it_in_the_providers_zone_and_the_board_is_read_by_programs(
    office: Office, days: Calendar, department: Department
) -> None:
    zone, last = "Pacific/Honolulu", days.day(20)
    offered = office.published(deadline=last, time_zone=zone)
    url, _ = office.entrance(None)
    with httpx.Client(base_url=url) as anybody:
        calendar = anybody.get("/mobility/board/opportunities.ics", params={"language": "en"})
        news = anybody.get("/mobility/board/opportunities.atom", params={"language": "az"})

    days.becomes(days.day(8))
    eventually(lambda: status(office, offered), lambda it: it == "CLOSING_SOON")
    days.becomes(days.day(13))
    after_its_day_in_baku = status(office, offered)
    days.becomes(days.day(0), hour=15)
    eventually(lambda: status(office, offered), lambda it: it == "CLOSED")

    assert after_its_day_in_baku == "CLOSING_SOON"
    assert offered["code"] in calendar.text
    assert bare(offered["id"]) in news.text
    assert (calendar.headers["content-type"], news.status_code) == ("text/calendar; charset=utf-8", 200)
    assert department.hears(TOPIC, offered, "opportunity.closed").change == {"by_clock": True}
