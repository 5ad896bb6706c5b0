"""A lecturer is sent abroad: asked for, approved by an order, told to the departments, and seen by who may see it."""

from datetime import date, timedelta

import pytest

from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.office import HISTORY, PHILOLOGY, Office
from tests.journeys.papers import sent
from tests.journeys.patience import eventually
from tests.journeys.watching import over_websocket

pytestmark = pytest.mark.journey

TRIPS = "mobility.trips.v1"
SHOWN = """query($id: ID!, $person: ID!, $agreement: ID!) {
    trip(id: $id) {
        status orderNumber countries legs { toCity mode } approvals { by } availableActions
        person { name } companions { name } organisation { id } agreement { id trips { totalCount } }
        emergencyContact { name phone } insurance { company } insuredUntil
    }
    trips(filter: {person: $person, status: APPROVED, country: ["DE"]}, orderBy: {by: STARTS}) { nodes { id } }
    person(id: $person) { trips { totalCount } }
    agreement(id: $agreement) { trips { nodes { id } } }
}"""
SEEN = "query($id: ID!) { trip(id: $id) { status reason emergencyContact { name } availableActions } }"
HELP = "query($id: ID!) { trip(id: $id) { arrangements requests { help department due status } } }"
CHANGED = "subscription { tripChanged { id status } }"
STORY = "query($of: ID!) { story(of: $of) { fact } }"


def test_a_lecturer_is_sent_to_a_partner_by_an_order_of_which_all_hear(office: Office, department: Department) -> None:
    partner = office.partner()
    agreement = office.signed(partner)
    lecturer, colleague = office.person(kind="staff"), office.person(kind="staff")
    given = {"organisation_id": partner["id"], "agreement_id": agreement["id"], "companion_ids": [colleague["id"]]}
    trip = office.trip(lecturer, **given)
    secret = office.named("Səbinə")
    contact = {"name": secret, "phone": "+994502223344"}
    office.officer.does("NameEmergencyContact", id=trip["id"], contact=contact)
    insurance = {"company": "PAŞA", "number": secret, "valid_to": trip["ends"]}
    office.officer.does("RecordTripInsurance", id=trip["id"], insurance=insurance)
    office.officer.does("SubmitTrip", id=trip["id"])

    with over_websocket(*office.entrance("faculty_coordinator", unit=PHILOLOGY), CHANGED) as told:
        office.head.does("ApproveTrip", id=trip["id"], order_number="18-E", order_date=office.days.today)
        pushed = told()["tripChanged"]

    assert pushed == {"id": trip["id"], "status": "APPROVED"}
    about = {"id": trip["id"], "person": lecturer["id"], "agreement": agreement["id"]}
    seen = office.officer.asks(SHOWN, **about)
    assert seen["trips"]["nodes"] == seen["agreement"]["trips"]["nodes"] == [{"id": trip["id"]}]
    assert seen["person"]["trips"] == {"totalCount": 1}
    shown = seen["trip"]
    assert shown["availableActions"] == [
        *("askForTripHelp", "cancelTrip", "nameEmergencyContact"),
        *("recordTripHelpAnswer", "recordTripInsurance", "withdrawTripHelp"),
    ]
    assert (shown["orderNumber"], shown["countries"], shown["approvals"]) == ("18-E", ["DE"], [{"by": "HEAD"}])
    assert shown["legs"] == [{"toCity": "Kassel", "mode": "AIR"}, {"toCity": "Gəncə", "mode": "AIR"}]
    assert [each["name"].split()[0] for each in (shown["person"], *shown["companions"])] == ["Aysel", "Aysel"]
    assert (shown["emergencyContact"], shown["insurance"]) == (contact, {"company": "PAŞA"})
    said = department.hears(TRIPS, trip, "trip.approved")
    assert said.change == {"order_number": "18-E", "order_date": office.days.today.isoformat()}
    assert secret.encode() not in said.raw
    facts = {each["fact"] for each in office.officer.asks(STORY, of=agreement["id"])["story"]}
    assert {"agreement.signed", "trip.approved"} <= facts


def test_a_department_answers_what_a_traveller_needs_and_is_let_go_when_nobody_travels(
    office: Office, department: Department
) -> None:
    trip = sent(office)
    known = {"id": trip["id"]}
    office.officer.does("AskForTripHelp", **known, help="tickets", due=office.days.today)
    asked = department.hears(TRIPS, trip, "trip.help_asked").change

    department.answers("finance", asked["request_id"], "accepted", owner="mobility")
    seen = eventually(lambda: office.officer.asks(HELP, **known)["trip"], lambda it: it["arrangements"] == "READY")
    office.officer.does("CancelTrip", **known, cause="host", reason="The host fell ill")
    withdrawn = department.hears(TRIPS, trip, "trip.help_withdrawn").change

    assert (asked["department"], asked["help"], asked["due"]) == ("finance", "tickets", office.days.today.isoformat())
    [request] = seen["requests"]
    assert (request["help"], request["department"], request["status"]) == ("TICKETS", "FINANCE", "ACCEPTED")
    assert (withdrawn["request_id"], withdrawn["reason"]) == (asked["request_id"], "host")


def test_two_trips_of_one_lecturer_do_not_overlap(office: Office) -> None:
    lecturer = office.person(kind="staff")
    first, second = office.trip(lecturer), office.trip(lecturer, in_days=12)
    office.officer.does("SubmitTrip", id=first["id"])

    code = office.officer.refuses("SubmitTrip", id=second["id"])
    office.officer.does("CancelTrip", id=first["id"], cause="own_wish", reason="Has to teach")

    assert code == "trip-overlaps"
    assert office.officer.does("SubmitTrip", id=second["id"])["status"] == "SUBMITTED"


def test_a_lecturer_reads_why_the_own_trip_came_back_and_another_faculty_sees_nothing(office: Office) -> None:
    lecturer = office.person(PHILOLOGY, kind="staff")
    trip = office.trip(lecturer)
    office.officer.does("SubmitTrip", id=trip["id"])
    office.head.does("ReturnTrip", id=trip["id"], reason="Bring the invitation")

    own = office.as_role("staff", person_id=bare(lecturer["id"])).asks(SEEN, id=trip["id"])["trip"]
    unit = office.coordinator(PHILOLOGY).asks(SEEN, id=trip["id"])["trip"]
    others = [
        office.coordinator(HISTORY).asks(SEEN, id=trip["id"]),
        office.as_role("staff", person_id=bare(office.person(kind="staff")["id"])).asks(SEEN, id=trip["id"]),
        office.anybody.asks(SEEN, id=trip["id"]),
    ]

    assert (own["status"], own["reason"]) == ("RETURNED", "Bring the invitation")
    assert own["availableActions"] == [
        "cancelTrip",
        "changeTrip",
        "nameEmergencyContact",
        "planTripMoney",
        "recordTripInsurance",
        "submitTrip",
    ]
    assert "nameEmergencyContact" not in unit["availableActions"]
    assert others == [{"trip": None}] * 3


MONEY = """query($id: ID!) { trip(id: $id) {
    status advancePaidOn funding { payer what planned { amount currency } } allowance { night } advance { amount }
} }"""


def test_finance_pays_an_advance_and_hears_what_goes_back_when_the_trip_is_off(
    office: Office, department: Department
) -> None:
    trip = office.trip(office.person(kind="staff"))
    flight = {"payer": "own", "what": "Flight", "planned": {"amount": "350", "currency": "AZN"}}
    office.officer.does("PlanTripMoney", id=trip["id"], funding=[flight], allowance=False)
    unknown = office.officer.refuses("PlanTripMoney", id=trip["id"], allowance=True)
    office.officer.does("SubmitTrip", id=trip["id"])
    office.head.does("ApproveTrip", id=trip["id"], order_number="18-E", order_date=office.days.today)
    finance, advance = office.as_role("finance"), {"amount": "400", "currency": "EUR"}

    finance.does("RecordTripAdvance", id=trip["id"], advance=advance, on=office.days.today)
    seen = finance.asks(MONEY, id=trip["id"])["trip"]
    unit = office.coordinator(PHILOLOGY).asks(MONEY, id=trip["id"])["trip"]
    office.officer.does("CancelTrip", id=trip["id"], cause="host", reason="The congress was called off")

    assert unknown == "trip-rate-unknown"
    assert seen == {
        "status": "ADVANCE_PAID",
        "advancePaidOn": office.days.today.isoformat(),
        "funding": [{"payer": "OWN", "what": "Flight", "planned": {"amount": "350", "currency": "AZN"}}],
        "allowance": [],
        "advance": {"amount": "400"},
    }
    assert (unit["status"], unit["funding"], unit["advance"]) == ("ADVANCE_PAID", None, None)
    paid = department.hears(TRIPS, trip, "trip.advance_paid")
    assert paid.change == {"on": office.days.today.isoformat()}
    assert department.hears(TRIPS, trip, "trip.cancelled").change == {"cause": "host", "to_return": advance}


REPORTED = """query($id: ID!) { trip(id: $id) {
    status overdue reportDue report spent { what } balance { amount currency } availableActions
} trips(filter: {overdue: true, reportDueUntil: "%s"}) { nodes { id } } }"""


def test_the_clock_sends_a_lecturer_off_asks_for_the_report_and_finance_settles(
    office: Office, days: Calendar, department: Department
) -> None:
    lecturer = office.person(kind="staff")
    trip = office.trip(lecturer, in_days=2, length=3)
    office.officer.does("SubmitTrip", id=trip["id"])
    office.head.does("ApproveTrip", id=trip["id"], order_number="19-E", order_date=office.days.today)
    finance, advance = office.as_role("finance"), {"amount": "400", "currency": "EUR"}
    finance.does("RecordTripAdvance", id=trip["id"], advance=advance, on=office.days.today)
    seen = "query($id: ID!) { trip(id: $id) { status reportDue } }"

    days.becomes(days.day(2))
    eventually(lambda: office.officer.asks(seen, id=trip["id"])["trip"]["status"], lambda it: it == "TRAVELLING")
    days.becomes(days.day(4))
    told = eventually(lambda: office.officer.asks(seen, id=trip["id"])["trip"], lambda it: it["reportDue"])
    due = date.fromisoformat(told["reportDue"])
    days.becomes(due + timedelta(days=1))
    late = REPORTED % due.isoformat()
    shown = eventually(lambda: office.officer.asks(late, id=trip["id"]), lambda it: it["trip"]["overdue"])
    next_trip = office.trip(lecturer, in_days=60)
    owed = office.officer.refuses("SubmitTrip", id=next_trip["id"])
    myself = office.as_role("staff", person_id=bare(lecturer["id"]))
    taxi = {"payer": "own", "what": "Taxi", "actual": {"amount": "30.50", "currency": "EUR"}}
    myself.does("ReportTrip", id=trip["id"], report="A joint programme is drafted", spent=[taxi])
    office.head.does("AcceptTripReport", id=trip["id"])
    finance.does("SettleTrip", id=trip["id"])

    assert (told["status"], owed) == ("REPORT_DUE", "trip-report-owed")
    assert {"id": trip["id"]} in shown["trips"]["nodes"]
    end = finance.asks(late, id=trip["id"])["trip"]
    assert (end["status"], end["report"], end["spent"]) == (
        "SETTLED",
        "A joint programme is drafted",
        [{"what": "Taxi"}],
    )
    assert end["balance"] == [{"amount": "-369.50", "currency": "EUR"}]
    assert department.hears(TRIPS, trip, "trip.report_overdue").change == {"due": due.isoformat(), "tell": ["head"]}
    assert department.hears(TRIPS, trip, "trip.settled").change == {"balance": end["balance"]}
    assert office.officer.does("SubmitTrip", id=next_trip["id"])["status"] == "SUBMITTED"


def test_a_country_of_high_risk_asks_for_one_more_approver(office: Office, department: Department) -> None:
    trip = office.trip(office.person(kind="staff"), country="AQ", justification="Nobody else reads the instruments")
    office.officer.does("SubmitTrip", id=trip["id"])
    order = {"order_number": "20-E", "order_date": office.days.today}

    endorsed = office.head.does("ApproveTrip", id=trip["id"], more="risk risks { country source }")
    approved = office.as_role("rectorate").does("ApproveTrip", id=trip["id"], more="approvals { by }", **order)

    assert (endorsed["status"], endorsed["risk"]) == ("SUBMITTED", "HIGH")
    assert endorsed["risks"] == [{"country": "AQ", "source": "Invented for tests, No. 1"}]
    assert (approved["status"], approved["approvals"]) == ("APPROVED", [{"by": "HEAD"}, {"by": "RECTORATE"}])
    assert department.hears(TRIPS, trip, "trip.endorsed").change == {"by": "head"}
