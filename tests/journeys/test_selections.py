"""From the draft to the stay: a committee scores, places are given and explained, and a yes is a nomination."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from korpu_local.portal import Refused
from tests.journeys.applicants import applied, compared, convened, ranked, scored, seat_of
from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.office import HISTORY, Office, Thing
from tests.journeys.patience import does_when_heard, eventually

pytestmark = pytest.mark.journey

APPLICATIONS = "mobility.applications.v1"
SHOWN = """query($id: ID!) { application(id: $id) {
    status rank mean place { organisation { id } } offerUntil nominationProblem
    scores { points } scorers { id } conflicts { kind }
    mobility { code status application { id } } explanation { choice outcome text }
} }"""
CORRECTED = """query($id: ID!) { application(id: $id) {
    status rank corrections { reason correctedAt before { points } }
} }"""
PAPERS = """query($id: ID!) { selection(id: $id) { reason reopenedOn papers(first: 5) { nodes { id status } } } }"""
STORY = "query($of: ID!) { story(of: $of) { fact } }"
WAITING = """query { viewer { tasks(filter: {what: ["nominateApplicant"]}, first: 100) { nodes { thingId what } } } }"""


def seats_of(office: Office, people: int = 5) -> tuple[Thing, Thing, Thing]:
    """An agreement whose seats a call offers, with the days of a stay on them."""
    agreement = office.signed(partner := office.partner(), conditions=[office.seats(partner, people=people)])
    condition = agreement["conditions"][0]["id"]
    call = compared(office, kind="exchange", condition_id=condition, academic_year=office.days.academic_year())
    where = {"condition_id": condition, "starts": office.days.day(30), "ends": office.days.day(120)}
    shown = office.officer.does(
        "SetOpportunityDestinations", more="destinations { id }", id=call["id"], destinations=[where]
    )
    return agreement, call, {"choices": [shown["destinations"][0]["id"]], "stated": {"level": 6, "field": "0231"}}


def test_a_student_gets_a_place_by_rank_and_the_yes_is_a_nomination_in_the_same_story(
    office: Office, department: Department
) -> None:
    agreement, call, wanted = seats_of(office, people=1)
    students = [office.person() for _ in range(2)]
    first, second = (applied(office, each, call, **wanted) for each in students)
    selection = ranked(office, call, first, second)
    me, other = (office.as_role("student", person_id=bare(each["id"])) for each in students)

    office.head.does("OfferPlaces", id=selection["id"])
    offered = me.asks(SHOWN, id=first["id"])["application"]
    waits = other.asks(SHOWN, id=second["id"])["application"]
    me.does("ConfirmOffer", id=first["id"])
    confirmed = eventually(
        lambda: office.officer.asks(SHOWN, id=first["id"])["application"], lambda it: it["mobility"] is not None
    )
    office.officer.does("CloseSelection", id=selection["id"])
    facts = {each["fact"] for each in office.officer.asks(STORY, of=agreement["id"])["story"]}
    said = department.hears(APPLICATIONS, first, "application.confirmed")

    assert (offered["status"], offered["rank"], offered["scores"]) == ("OFFERED", 1, None)
    assert [each["outcome"] for each in offered["explanation"]] == ["GIVEN"]
    assert (waits["status"], waits["rank"]) == ("WAITLISTED", 2)
    assert waits["explanation"][0]["text"].startswith("Choice 1: no place left. Places: 1")
    assert confirmed["mobility"]["status"] == "NOMINATED"
    assert confirmed["mobility"]["application"] == {"id": first["id"]}
    assert {"opportunity.published", "selection.allocated", "application.confirmed", "mobility.nominated"} <= facts
    assert said.change == {"nominated": True}
    assert not {"mean", "rank", "scores", "steps", "motivation"} & set(said.state)


def test_each_member_scores_alone_and_a_conflict_keeps_one_away(office: Office) -> None:
    call = compared(office, places=1)
    student = office.person(HISTORY)
    application = applied(office, student, call)
    for command in ("SubmitApplication", "ReviewApplication"):
        office.officer.does(command, id=application["id"])
    office.officer.does("CloseOpportunity", id=call["id"], reason="Time is over")
    one, two, three = (office.person("law", kind="staff") for _ in range(3))
    same = office.person(HISTORY, kind="staff")
    members = [each["id"] for each in (one, two, three, same)]
    selection = convened(office, call, member_ids=members)
    office.officer.does("OpenScoring", id=selection["id"])
    eventually(lambda: seat_of(office, two).asks(SHOWN, id=application["id"])["application"], lambda it: it is not None)

    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda who: scored(office, call, who, application), (one, two)))
    seat_of(office, three).does("DeclareConflict", id=application["id"], kind="co_author")
    seen = {
        name: seat_of(office, who).asks(SHOWN, id=application["id"])["application"]
        for name, who in (("one", one), ("three", three), ("same", same))
    }
    shown = office.officer.asks(SHOWN, id=application["id"])["application"]
    hidden = seat_of(office, one).asks(
        "query($id: ID!) { selection(id: $id) { seats { places } } }", id=selection["id"]
    )

    assert len(seen["one"]["scores"]) == 4
    assert (seen["three"], seen["same"]) == (None, None)
    assert len(shown["scores"]) == 4
    assert {each["kind"] for each in shown["conflicts"]} == {"SAME_UNIT", "CO_AUTHOR"}
    assert hidden == {"selection": None}


def test_of_two_who_take_the_last_seat_one_is_told_and_a_declined_place_goes_on(
    office: Office, department: Department
) -> None:
    agreement, call, wanted = seats_of(office, people=2)
    students = [office.person() for _ in range(3)]
    first, second, third = (applied(office, each, call, **wanted) for each in students)
    selection = ranked(office, call, first, second, third)
    office.head.does("OfferPlaces", id=selection["id"])
    office.nominated(agreement)
    portals = [office.as_role("student", person_id=bare(each["id"])) for each in students[:2]]

    def takes(place: int) -> str:
        try:
            return str(portals[place].does("ConfirmOffer", id=(first, second)[place]["id"])["status"])
        except Refused as refused:
            return refused.code

    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(takes, (0, 1)))
    left = (first, second)[answers.index("application-place-taken")]
    office.officer.does("DeclineOffer", id=left["id"], reason="No seat")

    assert sorted(answers) == ["CONFIRMED", "application-place-taken"]
    assert department.hears(APPLICATIONS, left, "application.declined").state["status"] == "declined"
    assert office.officer.asks(SHOWN, id=third["id"])["application"]["status"] == "WAITLISTED"


def test_a_yes_that_cannot_be_a_stay_is_a_task_of_the_office_and_an_offer_lapses_to_the_next(
    office: Office, days: Calendar
) -> None:
    _, call, wanted = seats_of(office, people=1)
    first, second = (applied(office, None, call, **wanted) for _ in range(2))
    selection = ranked(office, call, first, second)
    office.head.does("OfferPlaces", id=selection["id"])
    days.becomes(days.day(15))
    moved = eventually(
        lambda: office.officer.asks(SHOWN, id=second["id"])["application"], lambda it: it["status"] == "OFFERED"
    )
    person = office.officer.asks("query($id: ID!) { application(id: $id) { person { id } } }", id=second["id"])
    away = person["application"]["person"]["id"]
    other = office.signed(office.partner())
    office.nominated(other, {"id": away}, planned_from=days.day(5), planned_to=days.day(60))
    confirmed = office.officer.does("ConfirmOffer", id=second["id"])
    shown = office.officer.asks(SHOWN, id=second["id"])["application"]
    waiting = office.officer.asks(WAITING)["viewer"]["tasks"]["nodes"]

    assert moved["explanation"][0]["outcome"] == "MOVED_UP"
    assert (confirmed["status"], shown["nominationProblem"]) == ("CONFIRMED", "mobility-stays-overlap")
    assert ["nominateApplicant"] in [each["what"] for each in waiting if each["thingId"] == second["id"]]


def test_a_ranking_is_taken_back_with_a_reason_corrected_and_the_minutes_before_it_are_void(
    office: Office, department: Department
) -> None:
    call = compared(office, places=1)
    first, second = (applied(office, None, call) for _ in range(2))
    selection = ranked(office, call, first, second)
    minutes = does_when_heard(office.officer, "MakeSelectionMinutes", selection_id=selection["id"])
    with pytest.raises(Refused) as nobody:
        office.officer.does("ReopenScoring", id=selection["id"], score_by=office.days.day(50), reason="Wrong")

    office.head.does("ReopenScoring", id=selection["id"], score_by=office.days.day(50), reason="Wrong criterion")
    for member in selection["members"][:2]:
        scored(office, call, member, second, 99, command="CorrectScores", reason="Read the wrong way round")
    office.officer.does("CloseScoring", id=selection["id"])
    office.officer.does("AllocatePlaces", id=selection["id"])
    shown = eventually(
        lambda: office.officer.asks(CORRECTED, id=second["id"])["application"], lambda it: it["status"] == "SELECTED"
    )
    office.head.does("OfferPlaces", id=selection["id"])
    with pytest.raises(Refused) as sent:
        office.head.does("ReopenScoring", id=selection["id"], score_by=office.days.day(50), reason="Again")
    void = eventually(lambda: office.officer.asks(PAPERS, id=selection["id"])["selection"], lambda it: it is not None)
    said = department.hears("mobility.selections.v1", selection, "selection.scoring_reopened")

    assert (nobody.value.code, sent.value.code) == ("forbidden", "selection-offers-sent")
    assert (shown["rank"], len(shown["corrections"])) == (1, 2)
    assert shown["corrections"][0]["reason"] == "Read the wrong way round"
    assert shown["corrections"][0]["before"][0]["points"] == 89
    assert (void["reason"], void["papers"]["nodes"]) == (
        "Wrong criterion",
        [{"id": minutes["id"], "status": "REVOKED"}],
    )
    assert said.state["status"] == "scoring"
