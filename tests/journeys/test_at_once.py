"""Many at once and twice the same: one wins, nothing is done twice, and everybody reads what they wrote."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest

from korpu_local.portal import Portal, Refused
from tests.journeys.departments import Department
from tests.journeys.office import Office, Thing

pytestmark = pytest.mark.journey

CLIENTS = 50
VERSION = "query($id: ID!) { agreement(id: $id) { version title { text(lang: AZ) } conditions { peoplePerYear } } }"


def test_of_fifty_who_change_one_version_at_once_exactly_one_wins(office: Office, department: Department) -> None:
    draft = office.draft(office.partner())
    change = {"id": draft["id"], "seen": draft["version"], "condition_id": draft["conditions"][0]["id"]}

    def tries(number: int) -> str:
        portal = office.as_role("officer", subject=f"officer-{number}")
        try:
            portal.does("ChangeSeats", **change, people_per_year=100 + number)
        except Refused as refused:
            return refused.code
        return f"won {100 + number}"

    with ThreadPoolExecutor(CLIENTS) as crowd:
        outcomes = list(crowd.map(tries, range(CLIENTS)))

    won = [each for each in outcomes if each.startswith("won")]
    assert len(won) == 1
    assert outcomes.count("stale-version") == CLIENTS - 1
    now = office.officer.asks(VERSION, id=draft["id"])["agreement"]
    assert now["version"] == draft["version"] + 1
    assert f"won {now['conditions'][0]['peoplePerYear']}" == won[0]
    facts = department.facts("partners.agreements.v1", draft, until="agreement.terms_changed")
    assert facts == ["agreement.drafted", "agreement.terms_changed"]


def test_everybody_reads_what_they_have_just_written(office: Office) -> None:
    draft = office.draft(office.partner())

    for _ in range(20):
        title = office.named("Memorandum")
        done = office.officer.does("RetitleAgreement", id=draft["id"], title={"az": title})
        read = office.as_role("auditor").asks(VERSION, id=draft["id"])["agreement"]

        assert (read["version"], read["title"]["text"]) == (done["version"], title)


def test_the_same_key_twice_does_it_once_and_answers_the_same(office: Office, department: Department) -> None:
    partner = office.partner()
    key = str(uuid4())
    draft = {"title": {"az": office.named("Memorandum")}, "idempotency_key": key}

    first, second = (drafted(office.officer, partner, **draft) for _ in range(2))
    with pytest.raises(Refused) as other:
        drafted(office.officer, partner, **draft | {"title": {"az": office.named("Saziş")}})

    assert first == second
    assert other.value.code == "idempotency-key-reused"
    held = "query($id: ID!) { organisation(id: $id) { agreements { totalCount } } }"
    assert office.officer.asks(held, id=partner["id"])["organisation"]["agreements"]["totalCount"] == 1
    assert department.facts("partners.agreements.v1", first, until="agreement.drafted") == ["agreement.drafted"]


def test_a_key_belongs_to_whoever_used_it(office: Office) -> None:
    partner = office.partner()
    draft = {"title": {"az": office.named("Memorandum")}, "idempotency_key": str(uuid4())}

    ours, theirs = (drafted(who, partner, **draft) for who in (office.officer, office.head))

    assert ours["id"] != theirs["id"]


def drafted(portal: Portal, partner: Thing, **about: Any) -> Thing:
    """A memorandum with the partner, and nothing more in it."""
    parties = [{"us": True}, {"organisation_id": partner["id"], "us": False}]
    return portal.does("DraftAgreement", kind="memorandum", parties=parties, **about)
