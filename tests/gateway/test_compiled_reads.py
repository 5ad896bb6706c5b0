"""A plan answers what ordinary execution answers, byte for byte, whatever is asked by whomever."""

import os
from datetime import timedelta
from uuid import UUID

import orjson
import pytest
from hypothesis import HealthCheck, Phase, assume, event, given, note, reject, settings
from hypothesis import strategies as st

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import Refusal
from korpu_gateway.reads.operations import read
from korpu_gateway.reads.refused import TooCostly
from tests.gateway.conftest import NOBODY, OFFICER, Gateway
from tests.gateway.operations import Writer

SOMEBODY = UUID("00000000-0000-4000-8000-000000000001")
ASIDE = frozenset({"story", "translations", "translationTotals", "proposalTotals"})
"""What only ordinary execution answers."""
CALLERS = (
    OFFICER,
    NOBODY,
    Principal("coordinator-1", frozenset({"faculty_coordinator"}), frozenset({"philology"})),
    Principal("student-1", frozenset({"student"}), person_id=SOMEBODY),
    Principal("auditor-1", frozenset({"auditor", "staff"})),
    Principal("author-1", frozenset({"staff"}), person_id=SOMEBODY),
    Principal("guest-1", frozenset()),
)


def ids(gateway: Gateway) -> list[str]:
    known = [f"{kind}:{state['id']}" for kind, states in gateway.library.states.items() for state in states[:4]]
    return [*known, "agreement:nonsense", "nobody", f"visit:{SOMEBODY}"]


def words(gateway: Gateway) -> list[str]:
    states = gateway.library.states
    cursor = f"|{states['agreement'][3]['id']}"
    return [
        "Gence",
        "memorandum 3",
        states["visit"][0]["code"],
        "philology",
        "DE",
        "%_'\"",
        "not a cursor",
        cursor,
        "zz",
    ]


@settings(
    max_examples=int(os.environ.get("KORPU_EXAMPLES", "120")),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=timedelta(seconds=30),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
async def test_both_ways_of_reading_give_the_same_bytes(office: Gateway, data: st.DataObject) -> None:
    writer = Writer(data.draw, office.schema, ids(office), words(office), ASIDE)
    text, variables = writer.operation()
    who = data.draw(st.sampled_from(CALLERS))
    language = data.draw(st.sampled_from(("az", "en", "fr")))
    note(f"{who}\n{text}\n{variables}")
    assume(not read(office.schema, text).errors)

    try:
        compiled = await office.compiled(text, who, language, **variables)
    except TooCostly:
        reject()
    except Refusal:
        # Ordinary execution would need too long to tell it beside the rest, so it stands for the whole answer.
        assert writer.refusable
        reject()
    executed = await office.executed(text, who, language, **variables)

    event("by a plan" if compiled else "told as errors" if b'"errors"' in executed else "by execution")
    assert compiled in (None, executed)
    assert compiled is not None or b'"errors"' in executed or writer.refusable


@pytest.mark.parametrize(
    "broken",
    [
        {"country": None},
        {"names": [{"language": "en", "kind": None, "text": "X"}]},
        {"contacts": [{"id": None, "role": "nominations", "languages": None}]},
        {"tags": "not a list"},
    ],
)
async def test_a_promised_value_that_is_missing_is_told_as_ordinary_execution_tells_it(
    gateway: Gateway, broken: dict[str, object]
) -> None:
    state = gateway.library.organisation("Universität", status="active") | broken
    await gateway.hears("organisation", gateway.library.organisation("Another"), state)
    text = "{organisations(first: 5) {nodes {code country names {kind} contacts {id languages} tags}}}"

    compiled = await gateway.compiled(text)

    assert compiled is None
    assert b'"errors"' in await gateway.executed(text)


@pytest.mark.parametrize("newer", [{"status": "floating"}, {"kinds": ["university", "floating"]}])
async def test_a_word_that_only_a_newer_owner_knows_never_goes_out(gateway: Gateway, newer: dict[str, object]) -> None:
    state = gateway.library.organisation("Universität", status="active") | newer
    await gateway.hears("organisation", gateway.library.organisation("Another"), state)
    text = "{organisations(first: 5) {nodes {code status kinds}}}"

    assert await gateway.compiled(text) is None
    told = await gateway.executed(text)
    assert b'"errors"' in told
    assert b"FLOATING" not in told


async def test_an_absent_part_is_null_where_null_is_allowed(gateway: Gateway) -> None:
    state = gateway.library.organisation("Universität", status="active")
    del state["risk"], state["website"]
    await gateway.hears("organisation", state)

    found = await gateway.asks("{organisations {nodes {website risk {rating} parent {name}}}}")

    assert found == {"organisations": {"nodes": [{"website": None, "risk": None, "parent": None}]}}


async def test_a_function_that_fails_on_a_broken_document_is_masked(gateway: Gateway) -> None:
    broken = {"title": {"original": "az", "revision": 1, "texts": {"az": {"text": "Saziş"}}}}
    await gateway.hears("agreement", gateway.library.agreement(gateway.library.organisation()) | broken)
    text = "{agreements {nodes {title {text outdated}}}}"

    compiled = await gateway.compiled(text)
    told = orjson.loads(await gateway.executed(text))["errors"]

    assert compiled is None
    assert [each["extensions"] for each in told] == [{"code": "internal-error"}]
    assert "revision" not in told[0]["message"]
