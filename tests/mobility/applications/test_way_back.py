"""What was given wrongly is put right, and a ranking that was wrong is taken back before anybody is asked."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import pytest

from tests.mobility.applications.conftest import Applications, themselves
from tests.mobility.applications.rounds import Round
from tests.office import Refused

AGAIN = {"score_by": "2027-02-20", "reason": "One criterion was read the wrong way round"}


async def at_all(done: Awaitable[Any]) -> str | None:
    """The code of the refusal, if it is refused."""
    try:
        await done
    except Refused as refused:
        return str(refused.code)
    return None


@pytest.fixture
def round_(office: Applications) -> Round:
    """A call of its own."""
    return Round(office)


async def test_a_member_puts_right_what_they_gave_and_what_was_before_is_kept(
    round_: Round, office: Applications
) -> None:
    await (await round_.opens(1)).convenes()
    [application], (one, two, _) = round_.applicants, round_.members
    await round_.does("OpenScoring")
    early = await round_.corrects(one, application, 80, 70)
    await round_.scores(one, application, 8, 70)
    await round_.scores(two, application, 60, 50)
    same = await round_.corrects(one, application, 8, 70)

    state = await round_.corrects(one, application, 80, 70, why="A zero was missing for Aysel")
    [read] = await office.reads("officer", application, "scores", "corrections")
    member = await office.reads("staff", application, "corrections", **themselves(two))
    ranked = await round_.does("CloseScoring")
    late = await round_.corrects(one, application, 90, 90)
    [shown] = await office.reads("officer", application, "mean")

    assert (early, same, late) == ("application-not-scored-yet", "application-scores-the-same", "wrong-status")
    assert (state["scores_given"], state["status"], ranked["status"]) == (2, "in_review", "ranked")
    assert sorted(each["points"] for each in read["scores"]) == [50, 60, 70, 80]
    [kept] = read["corrections"]
    assert (kept["member_id"], kept["reason"]) == (one, "A zero was missing for Aysel")
    assert sorted(each["points"] for each in kept["before"]) == [8, 70]
    assert [each for each in member if "corrections" in each] == []
    assert shown["mean"] == "66.0000"
    assert "Aysel" not in str(await office.messages_about(application["id"]))


async def test_two_members_correct_at_once_and_neither_takes_the_points_of_the_other(round_: Round) -> None:
    await (await round_.opens(1)).convenes()
    [application], (one, two, _) = round_.applicants, round_.members
    await round_.does("OpenScoring")
    for member in (one, two):
        await round_.scores(member, application, 10, 10)

    await asyncio.gather(round_.corrects(one, application, 80, 70), round_.corrects(two, application, 60, 50))
    [read] = await round_.office.reads("officer", application, "scores", "corrections")

    assert {(each["member_id"], each["points"]) for each in read["scores"]} == {
        (one, 80),
        (one, 70),
        (two, 60),
        (two, 50),
    }
    assert {each["member_id"] for each in read["corrections"]} == {one, two}


async def test_a_ranking_is_taken_back_by_the_head_and_everybody_is_compared_anew(
    round_: Round, office: Applications
) -> None:
    await (await round_.opens(3, places=1)).convenes(pass_mark="85.2")
    before = await (await round_.ranks()).does("AllocatePlaces")
    stood = await round_.standing()
    first, _, third = round_.applicants
    nobody = await round_.refuses("ReopenScoring", **AGAIN)
    past = await round_.refuses("ReopenScoring", role="head", **AGAIN | {"score_by": "2027-01-31"})

    state = await round_.does("ReopenScoring", role="head", **AGAIN)
    [void] = await office.reads("officer", first, "mean", "rank", "explanation", "scores")
    shown = [await office.stands(each) for each in (first, third)]
    for member in round_.members[:2]:
        await round_.corrects(member, third, 99, 99)
    after = await round_.does("CloseScoring")
    await round_.does("AllocatePlaces")

    assert (nobody, past) == ("forbidden", "selection-score-day-passed")
    assert stood == ["selected", "waitlisted", "rejected"]
    assert (state["status"], state["lot_seed"], state["compared"], state["ranked_on"]) == ("scoring", None, None, None)
    assert (state["score_by"], state["reason"], state["reopened_on"]) == ("2027-02-20", AGAIN["reason"], "2027-02-01")
    assert [(each["status"], each["place"], each["cause"], each["score_by"]) for each in shown] == [
        ("in_review", None, None, "2027-02-20")
    ] * 2
    assert (void["mean"], void["rank"], len(void["scores"])) == (None, None, 4)
    assert after["lot_seed"] not in {None, before["lot_seed"]}
    assert await round_.standing() == ["waitlisted", "waitlisted", "selected"]


async def test_offers_that_were_sent_are_not_taken_back_by_a_new_ranking(round_: Round, office: Applications) -> None:
    await (await round_.opens(2, places=1)).convenes()
    await (await round_.ranks()).offers()
    sent = await round_.refuses("ReopenScoring", role="head", **AGAIN)
    await office.acts(round_.applicants[0], "DeclineOffer", reason="I have another place")
    still = await round_.refuses("ReopenScoring", role="head", **AGAIN)

    assert (sent, still) == ("selection-offers-sent", "selection-offers-sent")


async def test_where_nobody_could_be_asked_the_head_takes_the_ranking_back_after_the_offers(round_: Round) -> None:
    await (await round_.opens(1, places=1)).convenes(pass_mark="99")
    await (await round_.ranks()).offers()

    state = await round_.does("ReopenScoring", role="head", **AGAIN)

    assert (state["status"], state["offered_on"]) == ("scoring", None)
    assert await round_.standing() == ["in_review"]


async def test_who_was_rejected_for_another_cause_or_forgotten_is_not_compared_anew(
    round_: Round, office: Applications
) -> None:
    await round_.opens(3, places=1)
    formal, erased, stays = round_.applicants
    await office.does("officer", "RejectApplication", id=formal["id"], reason="Not enrolled")
    round_.applicants = [stays, erased]
    await round_.convenes(pass_mark="85.8")
    await (await round_.ranks()).does("AllocatePlaces")
    await office.does("officer", "ErasePerson", id=erased["state"]["person_id"], basis="own_request")

    await round_.does("ReopenScoring", role="head", **AGAIN)

    assert [(await office.stands(each))["status"] for each in (stays, erased, formal)] == [
        "in_review",
        "rejected",
        "rejected",
    ]


async def test_who_takes_a_withdrawal_back_after_a_reopening_is_compared_anew(
    round_: Round, office: Applications
) -> None:
    await (await round_.opens(2, places=1)).convenes()
    await (await round_.ranks()).does("AllocatePlaces")
    first, _ = round_.applicants
    await office.acts(first, "WithdrawApplication", reason="A slip")
    await round_.does("ReopenScoring", role="head", **AGAIN)

    restored = await office.acts(first, "RestoreApplication")
    [read] = await office.reads("officer", first, "rank", "mean")
    await round_.does("CloseScoring")

    assert (restored["status"], restored["place"]) == ("in_review", None)
    assert read == {"rank": None, "mean": None}
    assert await round_.standing() == ["scored", "scored"]


async def test_who_scores_while_the_ranking_is_taken_back_or_made_is_told_or_counted(
    round_: Round, office: Applications
) -> None:
    await (await round_.opens(1)).convenes()
    [application], (one, two, three) = round_.applicants, round_.members
    await round_.does("OpenScoring")
    for member in (one, two):
        await round_.scores(member, application, 80, 80)

    late, ranked = await asyncio.gather(
        at_all(round_.scores(three, application, 20, 20)), at_all(round_.does("CloseScoring"))
    )
    [read] = await office.reads("officer", application, "mean", "scores")

    assert ranked is None
    if late:
        assert (late, read["mean"], len(read["scores"])) == ("wrong-status", "80.0000", 4)
    else:
        assert (read["mean"], len(read["scores"])) == ("60.0000", 6)
