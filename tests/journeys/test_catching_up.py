"""Messages count once: for a service that was away for days, and when the same message comes again."""

from uuid import uuid4

import pytest

from korpu_local.stack import Stack
from tests.journeys.days import Calendar
from tests.journeys.departments import Department
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

AGREEMENTS, MOBILITIES, VISITS = "partners.agreements.v1", "mobility.mobilities.v1", "events.visits.v1"
RETITLE = """mutation($input: RetitleAgreementInput!) {
    done: retitleAgreement(input: $input) { ... on Agreement { version } }
}"""
REQUESTS = "query($id: ID!) { visit(id: $id) { requests { id department status } } }"


def counted(office: Office, agreement: Thing) -> Thing:
    """How the portal counts an agreement's seats and stays."""
    query = """query($id: ID!, $year: String!) { agreement(id: $id) {
        version conditions { seatsLeft(academicYear: $year) } mobilities { totalCount }
    } }"""
    found: Thing = office.officer.asks(query, id=agreement["id"], year=office.days.academic_year())["agreement"]
    return found


def test_a_service_that_was_away_for_three_days_catches_up_and_fills_each_seat_once(
    product: Stack, office: Office, days: Calendar, department: Department
) -> None:
    partner = office.partner()
    away = product.process("mobility", "work")
    away.stop()
    agreement = office.signed(partner, conditions=[office.seats(partner, people=2)])
    people = [office.person() for _ in range(3)]
    early = office.officer.refuses("NominatePerson", **office.nomination(agreement, people[0]))

    days.becomes(days.day(3))
    away.start()
    away.wait(30)
    stays = [office.nominated(agreement, person) for person in people]

    assert early == "mobility-condition-unknown"
    assert [each["status"] for each in stays] == ["NOMINATED", "NOMINATED", "WAITLISTED"]
    assert [department.facts(MOBILITIES, each, until=f"mobility.{each['status'].lower()}") for each in stays] == [
        ["mobility.nominated"],
        ["mobility.nominated"],
        ["mobility.waitlisted"],
    ]


def test_the_portal_that_heard_nothing_for_three_days_catches_up_and_counts_everything_once(
    product: Stack, office: Office, days: Calendar
) -> None:
    agreement = office.signed(office.partner())
    office.nominated(agreement)
    away = product.process("gateway", "consume")
    away.stop()
    office.nominated(agreement)
    late = office.officer.answer(RETITLE, input={"id": agreement["id"], "title": {"az": office.named("Memorandum")}})
    before = counted(office, agreement)

    days.becomes(days.day(3))
    away.start()
    away.wait(30)

    assert late["extensions"] == {"readModel": "behind"}
    assert before == {
        "version": agreement["version"],
        "conditions": [{"seatsLeft": 4}],
        "mobilities": {"totalCount": 1},
    }
    eventually(
        lambda: counted(office, agreement),
        lambda now: (
            now
            == {
                "version": late["data"]["done"]["version"],
                "conditions": [{"seatsLeft": 3}],
                "mobilities": {"totalCount": 2},
            }
        ),
    )


def test_an_old_message_that_comes_again_and_again_changes_nothing(office: Office, department: Department) -> None:
    partner = office.partner()
    agreement = office.signed(partner, conditions=[office.seats(partner, people=1)])
    seated, waiting = office.nominated(agreement), office.nominated(agreement)
    for old in [each for each in department.about(AGREEMENTS, agreement) if each.fact == "agreement.drafted"]:
        department.says(AGREEMENTS, old.key, old.headers, old.body, times=3)
        department.says(AGREEMENTS, old.key, {**old.headers, "ce_id": str(uuid4())}, old.body)

    last = office.officer.does("RetitleAgreement", id=agreement["id"], title={"az": office.named("Memorandum")})

    assert counted(office, agreement)["version"] == last["version"]
    office.officer.does("CancelMobility", id=seated["id"], cause="own_wish", reason="Has found a job")
    assert department.facts(MOBILITIES, waiting, until="mobility.offered") == [
        "mobility.waitlisted",
        "mobility.offered",
    ]
    assert "mobility.put_at_risk" not in department.facts(MOBILITIES, seated, until="mobility.cancelled")


def test_a_department_that_says_the_same_twice_is_heard_once(office: Office, department: Department) -> None:
    visit = office.planned(office.visit())
    asked = office.officer.does(
        "AskDepartment",
        id=visit["id"],
        department="dormitory",
        what="Twelve beds",
        due=office.days.day(5),
        more="requests { id }",
    )
    request = asked["requests"][0]["id"]

    department.answers("dormitory", request, "accepted", times=2)
    department.answers("dormitory", request, "done", version=2)

    eventually(lambda: answered(office, visit), lambda status: status == "DONE")
    facts = department.facts(VISITS, visit, until="visit.request_answered")
    assert facts.count("visit.request_answered") == 2


def test_a_department_answers_only_what_it_was_asked(office: Office, department: Department) -> None:
    visit = office.planned(office.visit())
    asked = office.officer.does(
        "AskDepartment",
        id=visit["id"],
        department="security",
        what="A pass",
        due=office.days.day(5),
        more="requests { id }",
    )
    request = asked["requests"][0]["id"]

    department.answers("transport", request, "rejected")
    department.answers("security", request, "accepted")

    eventually(lambda: answered(office, visit), lambda status: status == "ACCEPTED")
    facts = department.facts(VISITS, visit, until="visit.request_answered")
    assert facts.count("visit.request_answered") == 1


def test_a_department_takes_its_yes_back_and_is_asked_again_when_the_visit_moves(
    office: Office, department: Department
) -> None:
    visit = office.planned(office.visit())
    wanted: Thing = {"department": "dormitory", "what": "Twelve beds", "due": office.days.day(5)}
    request = office.officer.does("AskDepartment", id=visit["id"], **wanted, more="requests { id }")["requests"][0][
        "id"
    ]
    department.answers("dormitory", request, "accepted")
    department.answers("dormitory", request, "rejected", version=2, reason="The roof leaks")
    eventually(lambda: answered(office, visit), lambda status: status == "REJECTED")

    read = office.officer.asks("query($id: ID!) { visit(id: $id) { ready requests { reason } } }", id=visit["id"])
    days: Thing = {"starts": office.days.day(60), "ends": office.days.day(61)}
    office.officer.does("RescheduleVisit", id=visit["id"], keep_programme=False, **days)

    again = department.hears(VISITS, visit, "visit.request_changed").change
    assert read["visit"] == {"ready": False, "requests": [{"reason": "The roof leaks"}]}
    assert (again["request_id"], again["starts"], again["revision"], again["asked_again"]) == (
        request, str(days["starts"]), 2, True,
    )  # fmt: skip
    department.answers("dormitory", request, "accepted", version=3, revision=2)
    eventually(lambda: answered(office, visit), lambda status: status == "ACCEPTED")


def answered(office: Office, visit: Thing) -> str:
    """How the visit's only request stands."""
    status: str = office.officer.asks(REQUESTS, id=visit["id"])["visit"]["requests"][0]["status"]
    return status
