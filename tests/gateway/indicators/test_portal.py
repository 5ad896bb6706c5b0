"""Indicators as the portal asks for them: who may, what is hidden of few people, and the year before."""

from typing import Any

import orjson
import pytest

from korpu_chassis.i18n.text import LANGUAGES
from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.indicators.definitions import indicators, words
from korpu_gateway.indicators.question import Period
from tests.gateway.conftest import NOBODY, OFFICER, Gateway
from tests.gateway.indicators.conftest import PERIODS, Counted
from tests.gateway.shelves import State

TABLE = """query ($code: String!, $by: [String!], $filter: [IndicatorFilter!]) {
    indicator(code: $code, from: "2016-01-01", to: "2025-12-31", asOf: "2026-11-30", by: $by, filter: $filter) {
        definition {code version unit {text} dimensions {code}} begins ends asOf
        cells {at {dimension code label} value previous hidden list {name filter asOf}} } }"""
MINISTRY = Principal("auditor-1", frozenset({"auditor"}))


async def table(gateway: Gateway, code: str, who: Principal = OFFICER, language: str = "en", **given: Any) -> Any:
    return orjson.loads(await gateway.executed(TABLE, who, language, code=code, **given))


def test_every_indicator_and_all_that_it_speaks_of_is_said_in_five_languages() -> None:
    held = [text for each in indicators().values() for text in (each.name, each.definition)]
    held += [words()["units"][each.unit.value] for each in indicators().values()]
    held += [words()["dimensions"][by.code] for each in indicators().values() for by in each.dimensions]

    assert [text for text in held if set(text) != set(LANGUAGES) or not all(text.values())] == []
    assert len({each.name["az"] for each in indicators().values()}) == len(indicators())


KNOWN: dict[str, set[str]] = {
    "officer": set(indicators()),
    "head": set(indicators()),
    "auditor": set(indicators()),
    "rectorate": set(indicators()) - {"enquiries-asked", "enquiry-answer-days-median", "enquiries-answered-in-time"},
    "student": set(),
    "staff": set(),
}


@pytest.mark.parametrize("role", KNOWN)
async def test_who_may_ask_for_what(office: Gateway, role: str) -> None:
    who = Principal("somebody", frozenset({role}))

    listed = orjson.loads(await office.executed("{indicators {code}}", who))["data"]["indicators"]

    assert {each["code"] for each in listed} == KNOWN[role]


PEOPLES = {code for code, each in indicators().items() if each.of_persons}


@pytest.mark.parametrize(("role", "people"), [("legal", False), ("finance", True), ("faculty_coordinator", True)])
async def test_reviewers_ask_for_people_only_where_they_read_their_documents(
    office: Gateway, role: str, *, people: bool
) -> None:
    who = Principal("somebody", frozenset({role}), units=frozenset({"physics"}))

    listed = orjson.loads(await office.executed("{indicators {code}}", who))["data"]["indicators"]
    known = {each["code"] for each in listed}

    assert "agreements-in-force" in known
    assert bool(known & PEOPLES) is people


@pytest.mark.parametrize("who", [NOBODY, Principal("legal-1", frozenset({"legal"}))], ids=["nobody", "legal"])
async def test_what_one_may_not_know_is_refused_like_what_there_is_not(counted: Counted, who: Principal) -> None:
    hidden, unknown = [await table(counted, code, who) for code in ("stays-outgoing", "stays-outgoinG")]

    assert [each["errors"][0]["extensions"]["code"] for each in (hidden, unknown)] == ["unknown-indicator"] * 2


async def test_a_coordinator_counts_the_own_faculty_alone(counted: Counted) -> None:
    coordinator = Principal("coordinator-1", frozenset({"faculty_coordinator"}), units=frozenset({"physics"}))

    own = await table(counted, "stays-outgoing", coordinator, by=["unit"])
    all_ = await table(counted, "stays-outgoing", by=["unit"])

    assert [each["at"][0]["code"] for each in own["data"]["indicator"]["cells"]] == ["physics"]
    assert own["data"]["indicator"]["cells"][0] in all_["data"]["indicator"]["cells"]
    assert len(all_["data"]["indicator"]["cells"]) == 3


async def test_few_people_are_hidden_from_whoever_does_not_know_them(counted: Counted) -> None:
    by = ["country", "level"]
    office = (await table(counted, "stays-outgoing", by=by))["data"]["indicator"]["cells"]
    auditor = (await table(counted, "stays-outgoing", MINISTRY, by=by))["data"]["indicator"]["cells"]

    few = [0 < each["value"] < 5 for each in office]
    assert any(few)
    assert not any(each["hidden"] for each in office)
    assert all(
        each["value"] is None and each["list"] is None for each, is_few in zip(auditor, few, strict=True) if is_few
    )
    assert any(each["value"] for each in auditor)


async def test_one_hidden_number_is_not_the_total_less_the_others(gateway: Gateway) -> None:
    library = gateway.library
    agreement = library.agreement(library.organisation(), conditions=[])
    levels = [6] * 9 + [7] * 6 + [8] * 2
    for level in levels:
        stay: State = {
            "level": level,
            "status": "arrived",
            "actual_from": "2024-05-01",
            "changed_at": "2024-05-02T08:00:00Z",
        }
        await gateway.hears("mobility", library.mobility(agreement, library.person(), **stay))

    answer = await table(gateway, "stays-outgoing", MINISTRY, by=["level"])

    told = [(each["at"][0]["code"], each["value"]) for each in answer["data"]["indicator"]["cells"]]
    assert told == [("6", 9), ("7", None), ("8", None)]


async def test_the_year_before_is_counted_by_the_same_definition(counted: Counted) -> None:
    text = """query ($from: Date, $to: Date) {indicator(code: "visits", from: $from, to: $to, asOf: "2026-11-30",
        by: ["direction"]) {cells {at {code} value previous}}}"""

    (now, before) = [
        orjson.loads(await counted.executed(text, OFFICER, "en", **_year(year)))["data"] for year in (2024, 2023)
    ]

    earlier = {each["at"][0]["code"]: each["value"] for each in before["indicator"]["cells"]}
    assert {each["at"][0]["code"]: each["previous"] for each in now["indicator"]["cells"]} == earlier


def _year(year: int) -> State:
    return {"from": f"{year}-01-01", "to": f"{year}-12-31"}


async def test_codes_are_named_in_the_callers_language(counted: Counted) -> None:
    by = ["country", "kind"]

    german = (await table(counted, "agreements-in-force", language="de", by=by))["data"]["indicator"]
    partners = (await table(counted, "visits", by=["partner"]))["data"]["indicator"]

    labels = {each["code"]: each["label"] for cell in german["cells"] for each in cell["at"]}
    assert labels["DE"] == "Deutschland"
    assert labels["memorandum"] != "memorandum"
    assert all("Universität" in cell["at"][0]["label"] for cell in partners["cells"])


async def test_a_partner_that_was_merged_is_one_afterwards_and_two_before(counted: Counted) -> None:
    gone, goes_on = (counted.world.states["organisation"][each]["id"] for each in (0, 1))
    before = Period(PERIODS[0].begins, PERIODS[0].ends, PERIODS[0].begins.replace(year=2022))

    two = {each.at[next(iter(each.at))] for each in await counted.count("visits", ["partner"], before)}
    one = {each.at[next(iter(each.at))] for each in await counted.count("visits", ["partner"], PERIODS[0])}

    assert {gone, goes_on} <= two
    assert one & {gone, goes_on} == {goes_on}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"code": "no-such"}, "unknown-indicator"),
        ({"code": "visits", "by": ["x"]}, "unknown-dimension"),
        ({"code": "visits", "filter": [{"dimension": "x", "codes": []}]}, "unknown-dimension"),
        ({"code": "visits", "filter": [{"dimension": "unit", "codes": ["a"]}] * 2}, "too-many-dimensions"),
    ],
)
async def test_a_wrong_question_has_its_code_in_five_languages(counted: Counted, given: Any, code: str) -> None:
    told = [(await table(counted, language=each, **given))["errors"][0] for each in LANGUAGES]

    assert {each["extensions"]["code"] for each in told} == {code}
    assert len({each["message"] for each in told}) == len(LANGUAGES)
