"""A committee scores, everybody is ranked, places are given, offered, confirmed, and passed on."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.mobility.applications.conftest import Applications, themselves
from tests.mobility.applications.rounds import OVER, Round
from tests.office import Refused


@pytest.fixture
def round_(office: Applications) -> Round:
    """A call of its own."""
    return Round(office)


async def test_a_committee_of_three_staff_with_a_quorum_is_named_once(round_: Round, office: Applications) -> None:
    await round_.opens(1)
    about = {"opportunity_id": round_.call["id"], "tie_rule": "lot", "score_by": "2027-02-10", "quorum": 2}
    student, members = round_.applicants[0]["state"]["person_id"], round_.members

    async def refused(**given: Any) -> str:
        return await office.refuses("officer", "ConveneSelection", **{**about, "member_ids": members, **given})

    codes = [
        await refused(member_ids=members[:2]),
        await refused(member_ids=[*members, members[0]]),
        await refused(member_ids=[*members, student]),
        await refused(quorum=4),
        await refused(score_by="2027-01-31"),
        await refused(opportunity_id=(await office.call(deadline="2027-03-01"))["id"]),
    ]
    await round_.convenes()

    assert codes == [
        "selection-committee-too-small",
        "selection-member-twice",
        "selection-member-unknown",
        "selection-quorum-out-of-reach",
        "selection-score-day-passed",
        "selection-criteria-missing",
    ]
    assert await refused() == "selection-already-there"


async def test_scoring_waits_for_the_deadline_and_for_every_application(round_: Round, office: Applications) -> None:
    await round_.opens(1)
    office.clock.move_to(datetime(2027, 1, 20, 5, 0, tzinfo=UTC))
    await round_.convenes()
    still_open = await round_.refuses("OpenScoring")
    other = await office.submitted(round_.call)
    office.clock.move_to(OVER)
    waiting = await round_.refuses("OpenScoring")
    for each in (other, *round_.applicants):
        await office.does("officer", "RejectApplication", id=each["id"], reason="Not enrolled")
    nobody = await round_.refuses("OpenScoring")

    assert (still_open, waiting, nobody) == (
        "selection-call-still-open",
        "selection-applications-waiting",
        "selection-nobody-to-compare",
    )


async def test_each_scores_alone_sees_nothing_before_and_both_of_two_at_once_are_kept(
    round_: Round, office: Applications
) -> None:
    await (await round_.opens(1)).convenes()
    [application], (one, two, three) = round_.applicants, round_.members
    early = await office.refuses("staff", "ScoreApplication", by=themselves(one), id=application["id"], scores=[])
    await round_.does("OpenScoring")

    async def seen(member: str) -> int | None:
        [read] = await office.reads("staff", application, "scores", **themselves(member))
        return len(read["scores"]) if "scores" in read else None

    await asyncio.gather(round_.scores(one, application, 80, 70), round_.scores(two, application, 60, 50))
    [officer] = await office.reads("officer", application, "scores")
    half = await office.refuses(
        "staff",
        "ScoreApplication",
        by=themselves(three),
        id=application["id"],
        scores=[{"criterion_id": round_.call["state"]["criteria"][0]["id"], "points": 5}],
    )
    with pytest.raises(Refused) as again:
        await round_.scores(one, application, 100, 100)

    assert early in {"not-found", "forbidden", "invalid-input"}
    assert (await seen(one), await seen(two), await seen(three)) == (4, 4, None)
    assert len(officer["scores"]) == 4
    assert half == "application-scores-incomplete"
    assert again.value.code == "application-scored-already"
    told = str(await office.messages_about(application["id"]))
    assert '"points"' not in told
    assert "quotas" not in told


async def test_a_conflict_found_or_declared_keeps_a_member_away_and_the_quorum_asks_for_another(
    round_: Round, office: Applications
) -> None:
    await round_.opens(1)
    round_.members[2] = await office.person(kind="staff", unit="philology")
    await round_.convenes()
    [application], (one, two, same) = round_.applicants, round_.members
    state = await round_.does("OpenScoring")
    scorers = (await office.stands(application))["scorer_ids"]
    await round_.scores(one, application, 80, 70)
    await office.does("staff", "DeclareConflict", by=themselves(one), id=application["id"], kind="relative")
    await round_.scores(two, application, 80, 70)
    gone = await office.reads("staff", application, "motivation", **themselves(one))
    lacking = await round_.refuses("CloseScoring")
    new = await office.person(kind="staff", unit="music")
    stays = await round_.refuses("ChangeCommittee", member_ids=[one, same, new], quorum=2)
    await round_.does("ChangeCommittee", member_ids=[one, two, same, new], quorum=2)
    await round_.scores(new, application, 60, 60)
    ranked = await round_.does("CloseScoring")
    [read] = await office.reads("officer", application, "mean", "rank", "conflicts")

    assert (state["lot_seed"], state["seats"]) == (None, [])
    assert scorers == [one, two]
    assert gone == []
    assert (lacking, stays) == ("selection-quorum-missing", "selection-member-has-scored")
    assert (ranked["status"], ranked["compared"]) == ("ranked", 1)
    assert ranked["lot_seed"]
    assert read["mean"] == "68.0000"
    assert {(each["member_id"], each["kind"]) for each in read["conflicts"]} == {(one, "relative"), (same, "same_unit")}


async def test_places_go_by_rank_are_explained_and_go_on_when_declined_or_lapsed(
    round_: Round, office: Applications
) -> None:
    await (await round_.opens(4)).convenes(pass_mark="84.5")
    unknown = await round_.refuses("SetSelectionSeats", seats=[{"destination_id": round_.members[0], "places": 1}])
    await round_.ranks()
    nowhere = await round_.refuses("AllocatePlaces")
    await round_.does("SetSelectionSeats", seats=[{"destination_id": round_.call["id"], "places": 1}])
    allocated = await round_.does("AllocatePlaces")
    again = await round_.refuses("AllocatePlaces")
    before = await round_.standing()
    first, second, third, fourth = round_.applicants
    [why] = await office.reads("student", second, "explanation", **themselves(second["state"]["person_id"]))
    alone = await round_.refuses("OfferPlaces")
    await round_.does("OfferPlaces", role="head")
    offered = await office.stands(first)
    early = await round_.refuses("CloseSelection")
    await office.acts(first, "DeclineOffer", reason="I have another place")
    moved = await office.stands(second)
    office.clock.move_to(OVER + timedelta(days=15))
    late = await office.refuses_act(second, "ConfirmOffer")
    await office.waits_until(OVER + timedelta(days=15))
    lapsed = await round_.standing()
    confirmed = await office.acts(third, "ConfirmOffer")
    closed = await round_.does("CloseSelection")

    assert (unknown, nowhere) == ("selection-destination-unknown", "selection-places-unknown")
    assert allocated["status"] == "allocated"
    assert (again, alone) == ("wrong-status", "forbidden")
    assert before == ["selected", "waitlisted", "waitlisted", "rejected"]
    assert (await office.stands(fourth))["cause"] == "score"
    assert [(each["outcome"], each["places"], each["last_rank"]) for each in why["explanation"]] == [("full", 1, 1)]
    assert "2" in why["explanation"][0]["text"]
    assert (offered["status"], offered["offer_until"]) == ("offered", "2027-02-15")
    assert early == "selection-offers-outstanding"
    assert (moved["status"], moved["offer_until"]) == ("offered", "2027-02-15")
    assert late == "application-offer-lapsed"
    assert lapsed == ["declined", "lapsed", "offered", "rejected"]
    assert (confirmed["status"], closed["status"]) == ("confirmed", "closed")


async def test_a_confirmed_place_on_seats_is_a_nomination_in_the_same_story(
    round_: Round, office: Applications
) -> None:
    agreement = await office.agreement()
    await (await (await (await round_.opens(1, agreement=agreement)).convenes()).ranks()).offers()
    [application] = round_.applicants

    confirmed = await office.acts(application, "ConfirmOffer")
    stay = await office.stay({"id": confirmed["mobility_id"]})
    twice = await office.refuses("officer", "NominateApplicant", id=application["id"])

    assert (stay["status"], stay["planned_from"], stay["academic_year"]) == ("nominated", "2027-02-15", "2026/2027")
    assert stay["correlation_id"] == confirmed["correlation_id"]
    assert twice == "application-no-stay"


async def test_of_two_who_confirm_the_last_seat_one_is_refused_and_keeps_the_offer(
    round_: Round, office: Applications
) -> None:
    agreement = await office.agreement(people_per_year=2)
    await (await (await (await round_.opens(2, agreement=agreement)).convenes()).ranks()).offers()
    await office.nominates(agreement, planned_from="2027-02-15", field="0231")

    answers = await asyncio.gather(
        *(office.acts(each, "ConfirmOffer") for each in round_.applicants), return_exceptions=True
    )

    refused = [each.code for each in answers if isinstance(each, Refused)]
    assert refused == ["application-place-taken"]
    assert sorted(await round_.standing()) == ["confirmed", "offered"]


async def test_a_confirmation_that_cannot_become_a_stay_waits_for_the_office(
    round_: Round, office: Applications
) -> None:
    agreement = await office.agreement()
    await (await (await (await round_.opens(1, agreement=agreement)).convenes()).ranks()).offers()
    [application] = round_.applicants
    await office.tells(agreement, "suspended", status="suspended")

    confirmed = await office.acts(application, "ConfirmOffer")
    waits = [each["waits_for"][0]["what"] for each in confirmed["tasks"]]
    still = await office.refuses("officer", "NominateApplicant", id=application["id"])
    await office.tells(agreement, "resumed", status="in_force")
    done = (await office.does("officer", "NominateApplicant", id=application["id"]))["state"]

    assert (confirmed["status"], confirmed["nomination_problem"]) == ("confirmed", "mobility-agreement-not-in-force")
    assert waits == [["NominateApplicant"]]
    assert still == "mobility-agreement-not-in-force"
    assert (done["nomination_problem"], bool(done["mobility_id"])) == (None, True)


async def test_who_is_forgotten_between_ranking_and_offer_is_passed_over(round_: Round, office: Applications) -> None:
    await (await round_.opens(3, places=1)).convenes()
    await round_.ranks()
    await round_.does("AllocatePlaces")
    first, second, _ = round_.applicants
    await office.does("officer", "ErasePerson", id=first["state"]["person_id"], basis="own_request")
    await round_.does("OfferPlaces", role="head")
    before = await round_.standing()
    await office.does("officer", "ErasePerson", id=second["state"]["person_id"], basis="own_request")
    [read] = await office.reads("officer", first, "mean", "rank", "scores")

    assert before == ["withdrawn", "offered", "waitlisted"]
    assert await round_.standing() == ["withdrawn", "withdrawn", "offered"]
    assert read == {"mean": None, "rank": None, "scores": []}
