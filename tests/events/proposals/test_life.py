"""From the idea to what came of it: triage, review, decision, action points, verification."""

from typing import Any
from uuid import uuid4

import pytest

from tests.events.delegations import local
from tests.events.proposals.conftest import AYSEL, DRAFT, EXCHANGE, LEYLA, TRAIN, TURAL, Proposals, as_person


async def test_what_is_accepted_is_done_and_verified_in_one_story(office: Proposals) -> None:
    accepted = await office.accepted(DRAFT, TRAIN)
    first, second = accepted["state"]["action_points"]
    await office.does("officer", "FinishActionPoint", id=first, evidence="List 7")
    half = await office.shown(accepted)
    await office.does("staff", "FinishActionPoint", id=second, evidence="Photos", by=as_person(TURAL))
    whole = await office.shown(accepted)

    verified = await office.does("head", "VerifyProposal", id=accepted["id"], outcome="Nobody was lost this autumn")

    points = [await office.messages_about(each) for each in (first, second)]
    assert (accepted["status"], half["status"], whole["status"]) == ("in_action", "in_action", "implemented")
    assert verified["state"]["outcome"] == "Nobody was lost this autumn"
    assert {each["state"]["correlation_id"] for point in points for each in point} == {whole["correlation_id"]}
    assert {(point[0]["state"]["origin_kind"], point[0]["state"]["origin_id"]) for point in points} == {
        ("proposal", accepted["id"])
    }
    assert await office.said_about(accepted["id"]) == [
        "submitted", "triaged", "review_began", "accepted", "implemented", "verified",
    ]  # fmt: skip


async def test_what_is_accepted_without_action_points_waits_for_them(office: Proposals) -> None:
    accepted = await office.accepted()
    begun = await office.does("officer", "PutProposalIntoAction", id=accepted["id"], commitments=[DRAFT])
    again = await office.does("head", "PutProposalIntoAction", id=accepted["id"], commitments=[DRAFT])
    more = await office.does("officer", "OpenActionPoint", **TRAIN, origin={"kind": "proposal", "id": accepted["id"]})

    now = await office.shown(accepted)
    assert (accepted["status"], begun["status"]) == ("accepted", "in_action")
    assert [task["key"] for task in accepted["state"]["tasks"]] == ["PutProposalIntoAction"]
    assert begun["state"]["action_points"] == again["state"]["action_points"][:1]
    assert now["action_points"] == [*again["state"]["action_points"], more["id"]]
    assert more["state"]["correlation_id"] == now["correlation_id"]
    assert (await office.said_about(accepted["id"]))[-3:] == ["put_into_action"] * 3


async def test_an_action_point_alone_takes_an_accepted_proposal_into_action(office: Proposals) -> None:
    accepted, waiting = await office.accepted(), await office.proposed()

    await office.does("officer", "OpenActionPoint", **DRAFT, origin={"kind": "proposal", "id": accepted["id"]})
    codes = [
        await office.refuses("officer", "OpenActionPoint", **DRAFT, origin={"kind": "proposal", "id": each})
        for each in (waiting["id"], uuid4())
    ]

    assert (await office.shown(accepted))["status"] == "in_action"
    assert codes == ["proposal-takes-no-action-point", "not-found"]


async def test_what_was_returned_is_in_action_again_also_after_it_was_verified(office: Proposals) -> None:
    done = await office.implemented()
    point = done["action_points"][0]
    await office.does("head", "ReturnActionPoint", id=point, reason="Only ten were found")
    first = (await office.shown(done))["status"]
    await office.does("officer", "FinishActionPoint", id=point, evidence="List 8")
    await office.does("head", "VerifyProposal", id=done["id"], outcome="It works")

    await office.does("head", "ReturnActionPoint", id=point, reason="Twelve have left")

    again = await office.shown(done)
    assert (first, again["status"], again["verified_on"], again["outcome"]) == ("in_action", "in_action", None, None)


async def test_who_proposed_it_neither_decides_nor_verifies_and_who_did_it_does_not_verify(office: Proposals) -> None:
    own = await office.reviewed(AYSEL, "head")
    codes = [
        await office.refuses("head", command, id=own["id"], by=as_person(AYSEL), **given)
        for command, given in (("AcceptProposal", {}), ("DeclineProposal", {"reason": "No"}))
    ]
    other = await office.refuses("head", "AcceptProposal", id=own["id"], by={"person_id": AYSEL, "subject": "aysel-2"})
    done = await office.implemented()
    verifying: dict[str, Any] = {"id": done["id"], "outcome": "It works"}

    assert [*codes, other] == ["proposal-is-own"] * 3
    assert (await office.does("rectorate", "AcceptProposal", id=own["id"]))["status"] == "accepted"
    assert await office.refuses("officer", "VerifyProposal", by=as_person(AYSEL), **verifying) == "proposal-is-own"
    assert await office.refuses("officer", "VerifyProposal", **verifying) == "proposal-verifier-is-doer"
    assert (
        await office.refuses("officer", "VerifyProposal", by=as_person(TURAL), **verifying)
        == "proposal-verifier-is-doer"
    )
    assert (await office.does("rectorate", "VerifyProposal", **verifying))["status"] == "verified"


async def test_a_no_has_a_reason_that_everybody_reads_and_is_taken_back_by_the_head(office: Proposals) -> None:
    known = {"id": (await office.reviewed())["id"]}
    declined = await office.does("head", "DeclineProposal", **known, reason="There is a programme already")

    read = await office.shown(known, "student", **as_person(LEYLA))
    again = await office.does("head", "ReopenProposal", **known, reason="The programme has ended")
    accepted = await office.does("head", "AcceptProposal", **known, note="From spring on")
    once_more = await office.does("head", "ReopenProposal", **known, reason="No money")

    assert (declined["status"], read["reason"]) == ("declined", "There is a programme already")
    assert (again["state"]["reason"], accepted["state"]["reason"], once_more["status"]) == (
        None, "From spring on", "under_review",
    )  # fmt: skip


async def test_a_no_without_reason_and_a_decision_of_others_are_refused(office: Proposals) -> None:
    known = {"id": (await office.reviewed())["id"]}

    assert await office.refuses("head", "DeclineProposal", **known) == "invalid-input"
    assert await office.refuses("officer", "AcceptProposal", **known) == "forbidden"
    assert await office.refuses("student", "TriageProposal", **known, by=as_person(AYSEL)) == "forbidden"
    assert await office.refuses("head", "TriageProposal", **known) == "wrong-status"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"due": "2026-09-06"}, "action-point-due-in-the-past"),
        ({"unit": None}, "action-point-without-owner"),
        ({"owner_id": TURAL, "verifier_id": TURAL}, "action-point-verifier-is-owner"),
    ],
)
async def test_a_wrong_commitment_undoes_the_whole_decision(office: Proposals, wrong: Any, code: str) -> None:
    known = {"id": (await office.reviewed())["id"]}

    refused = await office.refuses("head", "AcceptProposal", **known, commitments=[TRAIN, {**DRAFT, **wrong}])

    assert refused == code
    assert (await office.shown(known))["status"] == "under_review"


async def test_whoever_proposed_it_corrects_and_takes_it_back_until_it_is_weighed(office: Proposals) -> None:
    proposal, later = await office.proposed(), await office.reviewed()
    known, by = {"id": proposal["id"]}, as_person(AYSEL)
    words = {
        "title": {"en": "Companions for guests"},
        "description": {"en": "Students meet guests"},
        "reason": "Clearer",
    }

    corrected = await office.does("staff", "CorrectProposal", **known, by=by, unit="history", **words)
    effect = await office.does(
        "officer", "CorrectProposal", **known, expected_effect={"en": "Less waiting"}, reason="Clearer"
    )
    await office.does("officer", "TriageProposal", **known)
    strangers = await office.refuses("staff", "WithdrawProposal", **known, reason="No", by=as_person(LEYLA))
    withdrawn = await office.does("staff", "WithdrawProposal", **known, reason="It is done already", by=by)
    late = await office.refuses("staff", "WithdrawProposal", id=later["id"], reason="Too late", by=by)

    state = corrected["state"]
    assert (state["unit"], state["title"]["revision"], state["title"]["texts"]["en"]["text"]) == (
        "history", 1, "Companions for guests",
    )  # fmt: skip
    assert effect["state"]["expected_effect"]["texts"]["en"]["text"] == "Less waiting"
    assert (strangers, late) == ("forbidden", "wrong-status")
    assert (withdrawn["status"], withdrawn["state"]["reason"]) == ("withdrawn", "It is done already")


async def test_each_step_waits_for_whoever_takes_it(office: Proposals) -> None:
    known = {"id": (await office.proposed())["id"]}
    await office.does("officer", "TriageProposal", **known, responsible="officer-2", theme="services", unit="history")
    triaged = await office.shown(known)
    await office.does("officer", "TriageProposal", **known, responsible="officer-3")
    await office.does("officer", "BeginProposalReview", **known)
    weighed = await office.shown(known)

    [begin] = triaged["tasks"]
    [decide] = weighed["tasks"]
    assert (triaged["theme"], triaged["unit"]) == ("services", "history")
    assert {each["subject"] for each in begin["waits_for"]} == {"officer-2"}
    assert {each["role"] for each in decide["waits_for"]} == {"head", "rectorate"}
    assert (begin["due"], decide["due"]) == ("2026-10-05", "2026-10-05")


async def test_what_is_late_is_told_once(office: Proposals) -> None:
    known = {"id": (await office.proposed())["id"]}
    await office.waits_until(local("2026-09-14T23:59"))
    early = await office.said_about(known["id"])
    await office.waits_until(local("2026-09-15T00:00"))
    await office.waits_until(local("2026-09-20T00:00"))
    await office.does("officer", "TriageProposal", **known)
    await office.waits_until(local("2026-11-15T00:00"))

    told = [each["change"].get("tell") for each in await office.messages_about(known["id"])]
    now = await office.shown(known)
    assert early == ["submitted"]
    assert await office.said_about(known["id"]) == ["submitted", "triage_overdue", "triaged", "decision_overdue"]
    assert [each for each in told if each] == [["head"], ["head", "rectorate"]]
    assert [(task["key"], {each["role"] for each in task["waits_for"]}) for task in now["tasks"]][-1] == (
        "TriageProposal", {"head"},
    )  # fmt: skip


async def test_a_translator_gives_a_text_in_another_language(office: Proposals) -> None:
    proposal = await office.proposed()

    given: dict[str, Any] = {
        "field": "description",
        "language": "de",
        "words": "Jeder Gast bekommt eine Begleitung.",
        "follows": 1,
    }
    translated = await office.does("officer", "TranslateProposal", id=proposal["id"], **given)
    codes = [
        await office.refuses("officer", "TranslateProposal", id=proposal["id"], **{**given, **wrong})
        for wrong in ({"language": "en"}, {"follows": 2}, {"field": "title", "part": "7"})
    ]

    assert translated["state"]["description"]["texts"]["de"]["revision"] == 1
    assert codes == ["translation-of-itself", "translation-follows-another", "no-such-text"]


async def test_words_that_tell_of_persons_are_refused_at_the_door(office: Proposals) -> None:
    given = {**EXCHANGE, "description": {"en": "Write to anna.mammadova@gmail.com about it"}}

    code = await office.refuses("staff", "SubmitProposal", by=as_person(AYSEL), **given)

    assert code == "invalid-input"
