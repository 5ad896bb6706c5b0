"""A learning agreement is written, signed version by version, rejected, and taken back."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from korpu_mobility.learning_agreements.parts import Version
from korpu_mobility.learning_agreements.policies.writing import MOST_VERSIONS
from korpu_mobility.learning_agreements.tables import LearningAgreement
from tests.mobility.learning_agreements.conftest import (
    DIALECTS,
    INCOMING,
    LITERATURE,
    NOVEL,
    PLAN,
    Learning,
    themselves,
)

NOBODYS = "0" * 64


def signatures(state: Any, number: int) -> list[str]:
    """Who has signed a version."""
    return [each["party"] for each in state["versions"][number - 1]["signatures"]]


async def test_person_and_sender_sign_the_hash_of_what_they_read(office: Learning) -> None:
    drafted = await office.draft()

    signed = await office.signed(drafted, "person", "office")

    assert (signed["status"], signed["waits_for"], signed["agreed"]) == ("signed_by_sender", "receiver", None)
    assert [each["hash"] for each in signed["versions"][0]["signatures"]] == [signed["hash"]] * 2
    assert (signed["host_ects"], signed["home_ects"], signed["ects_difference"]) == ("6", "6", "0")
    assert await office.said_about(drafted["id"]) == ["drafted", "signed", "signed"]
    kept = await office.known(LearningAgreement, UUID(drafted["id"]))
    assert kept is not None
    assert kept.current.sealed(kept.mobility_id).hash == signed["hash"]


async def test_equal_content_of_two_stays_has_two_hashes_and_the_level_cannot_be_tried_out(office: Learning) -> None:
    one, other = await office.draft(), await office.draft()

    kept = await office.known(LearningAgreement, UUID(one["id"]))

    assert one["state"]["hash"] != other["state"]["hash"]
    assert kept is not None
    version = kept.current
    guesses = [version.model_copy(update={"salt": None, "language_level": each}) for each in ("A1", "B2", None)]
    assert version.hash not in {each.sealed(kept.mobility_id).hash for each in guesses}


async def test_who_comes_to_us_is_signed_by_us_last_and_then_the_stay_is_agreed(office: Learning) -> None:
    stay = await office.accepted(**INCOMING)
    agreement = await office.draft(stay)
    await office.signed(agreement, "person")
    seen = (await office.shown(agreement))["hash"]
    early = await office.refuses("officer", "CountersignLearningAgreement", id=agreement["id"], hash=seen)
    also = await office.refuses(
        "officer", "RejectLearningAgreement", id=agreement["id"], hash=seen, comment="The sender comes first"
    )

    assert (early, also) == ("learning-agreement-not-your-turn",) * 2
    assert (await office.stay(stay))["status"] == "accepted"


async def test_what_the_person_signed_is_changed_before_the_sender_signs(office: Learning) -> None:
    agreement = await office.draft()
    before = await office.signed(agreement, "person")

    revised = (await office.revised(agreement, NOVEL, DIALECTS, LITERATURE))["state"]
    late = await office.refuses("officer", "CountersignLearningAgreement", id=agreement["id"], hash=before["hash"])
    old = await office.refuses(
        "student",
        "SignLearningAgreement",
        by=themselves(before["person_id"]),
        id=agreement["id"],
        hash=before["hash"],
    )

    assert (revised["status"], revised["number"], revised["waits_for"]) == ("draft", 2, "person")
    assert (signatures(revised, 1), signatures(revised, 2)) == (["person"], [])
    assert (late, old) == ("wrong-status", "learning-agreement-other-version")
    assert revised["ects_difference"] == "4.5"


async def test_an_unsigned_draft_is_written_anew_and_stays_one_version(office: Learning) -> None:
    agreement = await office.draft()

    revised = await office.revised(agreement, NOVEL, LITERATURE, {**DIALECTS, "table": "virtual", "ects": 1})

    assert (revised["state"]["number"], len(revised["state"]["versions"])) == (1, 1)
    assert revised["state"]["hash"] != agreement["state"]["hash"]
    assert [each["code"] for each in revised["warnings"]] == ["learning-agreement-credits-differ"]


async def test_a_rejection_carries_a_comment_and_the_next_version_answers_it(office: Learning) -> None:
    agreement = await office.draft()
    signed = await office.signed(agreement, "person")

    about = {"id": agreement["id"], "hash": signed["hash"]}
    await office.does("officer", "RejectLearningAgreement", **about, comment="Take Dialects, not the novel")
    person = themselves(signed["person_id"])
    why = await office.told("student", agreement, "comment", **person)
    rejected = await office.shown(agreement)
    again = await office.revised(agreement, DIALECTS, LITERATURE)

    assert why == {"id": agreement["id"], "comment": "Take Dialects, not the novel"}
    assert (rejected["status"], rejected["versions"][0]["rejected_by"]) == ("rejected", "sender")
    assert (again["state"]["number"], again["status"]) == (2, "draft")
    messages = await office.messages_about(agreement["id"])
    assert "Dialects, not" not in str([each["state"] | each["change"] for each in messages])
    assert "Dialects, not" not in str(await office.audit_of(agreement["id"]))


async def test_of_two_who_sign_at_once_one_signs(office: Learning) -> None:
    agreement = await office.draft()
    seen = (await office.signed(agreement, "person"))["hash"]
    path, body = "/commands/countersign-learning-agreement", {"id": agreement["id"], "hash": seen}

    both = await asyncio.gather(
        *(office.asks("officer", "POST", path, json=body, subject=f"officer-{each}") for each in (1, 2))
    )

    assert sorted(each.status_code for each in both) == [200, 409]
    assert signatures(await office.shown(agreement), 1) == ["person", "sender"]


async def test_a_signature_that_is_sent_again_counts_once(office: Learning) -> None:
    agreement = await office.draft()
    state = agreement["state"]
    about = {"id": agreement["id"], "hash": state["hash"], "idempotency_key": "one"}

    answers = [
        await office.does("student", "SignLearningAgreement", by=themselves(state["person_id"]), **about)
        for _ in range(2)
    ]

    assert answers[0] == answers[1]
    assert await office.said_about(agreement["id"]) == ["drafted", "signed"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"components": [NOVEL, NOVEL]}, "learning-agreement-component-twice"),
        ({"person_id": "0198a5c0-0000-7000-8000-0000000000aa"}, "not-found"),
        ({"unit": "history"}, "not-found"),
        ({"mobility_id": "0198a5c0-0000-7000-8000-0000000000aa"}, "not-found"),
        ({"contacts": {"host": "anna.schmidt@uni-kassel.de"}}, "invalid-input"),
    ],
)
async def test_what_cannot_be_drafted_is_refused(office: Learning, given: dict[str, Any], code: str) -> None:
    about = {"mobility_id": (await office.accepted())["id"], "components": PLAN} | given

    assert await office.refuses("officer", "DraftLearningAgreement", **about) == code


async def test_a_stay_has_one_agreement_and_that_of_staff_none(office: Learning) -> None:
    stay = await office.accepted()
    await office.draft(stay)
    teacher = await office.accepted(await office.person(kind="staff"), kind="teaching", eqf=[])

    assert await office.refuses("officer", "DraftLearningAgreement", mobility_id=stay["id"]) == (
        "learning-agreement-one-per-stay"
    )
    assert await office.refuses("officer", "DraftLearningAgreement", mobility_id=teacher["id"]) == (
        "learning-agreement-not-for-staff"
    )


async def test_nothing_and_the_same_again_are_not_signed(office: Learning) -> None:
    empty, agreement = await office.draft(components=[NOVEL]), await office.draft()
    who = themselves(empty["state"]["person_id"])
    seen = empty["state"]["hash"]

    assert await office.refuses("student", "SignLearningAgreement", by=who, id=empty["id"], hash=seen) == (
        "learning-agreement-nothing-planned"
    )
    await office.signed(agreement, "person")
    about = {"id": agreement["id"], "components": PLAN, "language": "de", "language_level": "B2"}
    assert await office.refuses("officer", "ReviseLearningAgreement", **about) == "learning-agreement-unchanged"


async def test_who_studies_does_not_decide_for_the_university(office: Learning) -> None:
    agreement = await office.draft()
    state = await office.signed(agreement, "person")
    both = themselves(state["person_id"])
    about = {"id": agreement["id"], "hash": state["hash"]}

    assert await office.refuses("officer", "CountersignLearningAgreement", by=both, **about) == "learning-agreement-own"
    assert await office.refuses("officer", "RejectLearningAgreement", by=both, **about, comment="No") == (
        "learning-agreement-own"
    )
    stranger = themselves("0198a5c0-0000-7000-8000-0000000000aa")
    assert await office.refuses("student", "SignLearningAgreement", by=stranger, **about) == "not-found"
    other = {"id": agreement["id"], "hash": NOBODYS}
    assert await office.refuses("officer", "CountersignLearningAgreement", **other) == (
        "learning-agreement-other-version"
    )
    assert await office.refuses("officer", "RejectLearningAgreement", **other, comment="No") == (
        "learning-agreement-other-version"
    )


async def test_versions_are_bounded(office: Learning) -> None:
    agreement = await office.draft()
    for number in range(1, MOST_VERSIONS):
        await office.signed(agreement, "person")
        await office.revised(agreement, {**NOVEL, "ects": number}, LITERATURE)
    await office.signed(agreement, "person")

    about = {"id": agreement["id"], "components": PLAN}
    assert await office.refuses("officer", "ReviseLearningAgreement", **about) == "learning-agreement-versions-full"


async def test_what_is_never_published_is_told_to_few_and_goes_with_the_person(office: Learning) -> None:
    agreement = await office.draft()
    mailbox = {"host": "international@uni-kassel.de", "home": None}
    await office.does("officer", "NameLearningAgreementContacts", id=agreement["id"], contacts=mailbox)
    person = agreement["state"]["person_id"]

    told = await office.told("auditor", agreement, "language_level", "contacts", "reason")
    hidden = [
        await office.told("finance", agreement, "contacts"),
        await office.told("faculty_coordinator", agreement, "contacts", units={"history"}),
    ]
    await office.does("head", "ErasePerson", id=person, basis="own_request")
    kept = await office.known(LearningAgreement, UUID(agreement["id"]))

    assert told == {"id": agreement["id"], "language_level": "B2", "contacts": mailbox, "reason": None}
    assert hidden == [None, None]
    assert kept is not None
    assert (kept.status, kept.contacts, kept.reason) == ("cancelled", None, None)
    forgotten = {name for version in kept.versions for name in Version.model_fields if getattr(version, name) is None}
    assert {"language_level", "salt", "comment"} <= forgotten
    assert kept.hash == agreement["state"]["hash"]
