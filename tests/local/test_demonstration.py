"""The demonstration year as `make up` tells it: every kind of work is there, and nobody's secrets are."""

import json
from asyncio import to_thread
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing
from typing import Any

import pytest

from korpu_local import demo
from korpu_local.portal import Portal
from korpu_local.stack import Stack
from tests.conftest import Product
from tests.journeys.patience import eventually

STANDS = {
    "registrations": {"PENDING", "REGISTERED", "WAITING", "CANCELLED", "ATTENDED", "ABSENT"},
    "applications": {
        *("DRAFT", "SUBMITTED", "RETURNED", "IN_REVIEW", "OFFERED", "CONFIRMED", "WAITLISTED", "REJECTED", "WITHDRAWN"),
    },
    "selections": {"SCORING", "OFFERED"},
    "learningAgreements": {
        *("DRAFT", "SIGNED_BY_PERSON", "SIGNED_BY_SENDER", "SIGNED", "REJECTED", "TRANSCRIBED", "RECOGNISED"),
    },
    "frequentAnswers": {"DRAFT", "PUBLISHED", "WITHDRAWN"},
    "answerTemplates": {"ACTIVE", "RETIRED"},
    "adviceSlots": {"OFFERED", "BOOKED", "HELD", "EXPIRED", "CANCELLED"},
    "trips": {"APPROVED", "REPORT_DUE", "SUBMITTED"},
    "admissions": {"LEAD", "APPLIED", "RECOGNITION_PENDING", "OFFERED", "ACCEPTED", "ENROLLED"},
}
LISTS = "{" + " ".join(f"{name}(first: 100) {{ nodes {{ status }} }}" for name in STANDS) + "}"
LATE = """{
    admissions(first: 100) { nodes { migration registrationOverdue } }
    learningAgreements(first: 100) { nodes { status overdue } }
    events(first: 100) { nodes { status delegates { country people } } }
}"""
TASKS = "{ viewer { tasks(first: 100) { nodes { what due } } } }"
WAITS = {
    "officer": {
        *("reviewApplication", "closeSelection", "recordTranscript", "countersignLearningAgreement"),
        *("publishFrequentAnswer", "checkAdmissionDocuments", "recordVisa", "applyForPermit", "reportEvent"),
    },
    "head": {"registerPlaceOfStay", "assignEnquiry", "approveTrip"},
    "migration_liaison": {"recordVisa", "applyForPermit"},
    "faculty_coordinator": {"confirmOffer", "reviseLearningAgreement"},
    "student": {"signLearningAgreement", "submitApplication"},
    "staff": {"scoreApplication", "reportTrip"},
}
MINE = """{
    applications { nodes { status } } learningAgreements { nodes { status } } mobilities { totalCount }
    registrations { nodes { status } } adviceSlots { nodes { status } } admissions { totalCount }
}"""
CONFIDED = {
    "registrations": "name email affiliation ticket",
    "applications": "motivation reason person { name }",
    "learningAgreements": "comment person { name }",
    "admissions": "visa { number } place { address } permit { number } person { name }",
    "adviceSlots": "person { name }",
    "trips": "person { name }",
    "selections": "status",
    "answerTemplates": "title",
    "frequentAnswers": "status",
}
"""What is asked of each list; whoever may not read it is shown an empty one."""
SECRETS = ("Weber", "example.org", "Baltik", "imza", "AZE", "MVI", "prospekti", "Okafor", "Cəfərli", "Tarix kursu")


@pytest.fixture(scope="module")
async def told(products: Product) -> AsyncIterator[Stack]:
    async with products("year") as stack:
        await to_thread(demo.load, stack.gateway_url, stack.issuer)
        yield stack


def answered(stack: Stack, role: str | None, query: str) -> Any:
    """What somebody of this role is told, with the token that `make up` prints for it."""
    with closing(Portal(stack.gateway_url, stack.token(role) if role else None)) as portal:
        return portal.answer(query)["data"]


def statuses(answer: dict[str, Any]) -> dict[str, Counter[str]]:
    return {name: Counter(each["status"] for each in found["nodes"]) for name, found in answer.items()}


def lists_of(stack: Stack) -> dict[str, Counter[str]]:
    """How many stand where, once what the clock has said is heard as well."""
    return eventually(
        lambda: statuses(answered(stack, "officer", LISTS)),
        lambda found: all(STANDS[name] <= set(each) for name, each in found.items()),
    )


def waiting_for(stack: Stack, role: str) -> set[str]:
    """What waits for whoever takes the token of a role."""

    def asked() -> set[str]:
        tasks = answered(stack, role, TASKS)["viewer"]["tasks"]["nodes"]
        return {what for each in tasks for what in each["what"]}

    return eventually(asked, lambda found: found >= WAITS[role])


@pytest.mark.timeout(300)
async def test_every_kind_of_work_is_there_in_each_state_that_matters(told: Stack) -> None:
    found = await to_thread(lists_of, told)
    late = answered(told, "officer", LATE)

    assert {name: STANDS[name] - set(each) for name, each in found.items()} == {name: set() for name in STANDS}
    admissions = late["admissions"]["nodes"]
    assert {each["migration"] for each in admissions} >= {"VISA_PENDING", "ARRIVED", "PERMIT_VALID", "PERMIT_EXPIRING"}
    assert any(each["registrationOverdue"] for each in admissions)
    assert [each["status"] for each in late["learningAgreements"]["nodes"] if each["overdue"]] == ["SIGNED"]
    delegates = [each["delegates"] for each in late["events"]["nodes"] if each["status"] == "REPORTED"]
    assert {each["country"] for each in delegates[0]} == {"DE", "TR", "GE"}


async def test_whoever_takes_a_token_finds_work_of_their_own(told: Stack) -> None:
    waiting = {role: await to_thread(waiting_for, told, role) for role in WAITS}
    mine = answered(told, "student", MINE)

    assert {role: expected - waiting[role] for role, expected in WAITS.items()} == {role: set() for role in WAITS}
    assert {name: mine[name]["totalCount"] for name in ("mobilities", "admissions")} == {
        "mobilities": 1,
        "admissions": 0,
    }
    assert statuses({name: each for name, each in mine.items() if "nodes" in each}) == {
        "applications": Counter(CONFIRMED=1, DRAFT=1),
        "learningAgreements": Counter(DRAFT=1),
        "registrations": Counter(ATTENDED=2, REGISTERED=1),
        "adviceSlots": Counter(BOOKED=1, OFFERED=2),
    }


def confided(stack: Stack, role: str | None) -> dict[str, Any]:
    """What somebody of this role reads in each list."""
    lists = {name: f"{{ {name}(first: 30) {{ nodes {{ {fields} }} }} }}" for name, fields in CONFIDED.items()}
    return {name: answered(stack, role, query)[name]["nodes"] for name, query in lists.items()}


async def test_nobody_from_the_street_reads_what_people_have_confided(told: Stack) -> None:
    office = json.dumps(confided(told, "officer"), ensure_ascii=False)
    street = confided(told, None)
    shown = json.dumps(street, ensure_ascii=False)

    assert [each for each in SECRETS if each not in office] == []
    assert [each for each in SECRETS if each in shown] == []
    assert {each["status"] for each in street["frequentAnswers"]} == {"PUBLISHED"}
    assert [name for name, nodes in street.items() if nodes] == ["frequentAnswers"]


@pytest.mark.timeout(300)
async def test_a_year_that_is_told_twice_happened_once(told: Stack) -> None:
    before = await to_thread(lists_of, told)

    await to_thread(demo.load, told.gateway_url, told.issuer)

    assert await to_thread(lists_of, told) == before
