"""The translator's list: what is missing or outdated, under the permissions of whoever looks."""

from typing import Any

import orjson

from korpu_chassis.identity.access_tokens import Principal
from tests.gateway.conftest import NOBODY, OFFICER, Gateway
from tests.gateway.exports.desk import a_desk
from tests.gateway.shelves import State, text

PHILOLOGY = Principal("c-2", frozenset({"faculty_coordinator"}), frozenset({"philology"}))
PHYSICS = Principal("c-1", frozenset({"faculty_coordinator"}), frozenset({"physics"}))
ASKED = """
    query ($filter: TranslationFilter, $orderBy: TranslationOrder, $first: Int! = 100, $after: String) {
        translations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
            totalCount pageInfo {hasNextPage endCursor}
            nodes {
                nodeId node {code} kind code field part language state original originalText revision text follows since
                public promised mutation
            }
        }
    }
"""
TOTALS = """
    query ($filter: TranslationFilter) { translationTotals(filter: $filter) { language missing outdated promised } }
"""
PAGED = ("first", "after", "orderBy")


async def listed(gateway: Gateway, who: Principal = OFFICER, **given: Any) -> dict[str, Any]:
    filter_ = {name: value for name, value in given.items() if name not in PAGED}
    paged = {name: value for name, value in given.items() if name in PAGED}
    answer = orjson.loads(await gateway.executed(ASKED, who, filter=filter_, **paged))
    assert "errors" not in answer, answer
    told: dict[str, Any] = answer["data"]["translations"]
    return told


async def wanted(gateway: Gateway, who: Principal = OFFICER, **given: Any) -> list[tuple[str, str, str]]:
    found = await listed(gateway, who, **given)
    assert found["totalCount"] == len(found["nodes"])
    return [(each["field"], each["language"], each["state"]) for each in found["nodes"]]


def an_agreement(gateway: Gateway, status: str = "in_force", **title: Any) -> State:
    drafted = gateway.library.agreement(gateway.library.organisation(), status=status, unit="philology")
    languages = ("az", "en", "ru", "de", "fr")
    spoken = {**text("Memorandum", *languages), "revision": 1}
    promise = {**drafted["obligations"][0], "text": {**text("Hesabat", *languages), "revision": 1}}
    return {**drafted, "title": {**spoken, **title}, "obligations": [promise]}


async def test_an_edited_original_puts_its_translations_on_the_list(gateway: Gateway) -> None:
    agreement = an_agreement(gateway)
    await gateway.hears("agreement", agreement)
    before = await wanted(gateway)
    edited = {**agreement["title"], "revision": 2}
    edited["texts"] = {**edited["texts"], "az": {"text": "Yeni", "revision": 2}}

    await gateway.hears("agreement", {**agreement, "version": 2, "title": edited})
    found = (await listed(gateway))["nodes"]

    assert before == []
    assert [(each["language"], each["state"], each["follows"], each["revision"]) for each in found] == [
        ("EN", "OUTDATED", 1, 2),
        ("DE", "OUTDATED", 1, 2),
        ("FR", "OUTDATED", 1, 2),
        ("RU", "OUTDATED", 1, 2),
    ]
    assert (found[0]["originalText"], found[0]["text"]) == ("Yeni", "Memorandum (en)")
    assert (found[0]["mutation"], found[0]["node"]["code"]) == ("translateAgreement", agreement["code"])
    assert [each["promised"] for each in found] == [True, False, False, False]


async def test_a_translation_takes_its_line_off_the_list(gateway: Gateway) -> None:
    agreement = an_agreement(gateway)
    texts = {each: held for each, held in agreement["title"]["texts"].items() if each != "de"}
    await gateway.hears("agreement", {**agreement, "title": {**agreement["title"], "texts": texts}})
    before = await wanted(gateway)

    await gateway.hears("agreement", {**agreement, "version": 2})

    assert before == [("title", "DE", "MISSING")]
    assert await wanted(gateway) == []


async def test_a_late_message_brings_nothing_back(gateway: Gateway) -> None:
    agreement = an_agreement(gateway)
    await gateway.hears("agreement", {**agreement, "version": 2})

    await gateway.hears("agreement", {**agreement, "title": {**agreement["title"], "revision": 2}})

    assert await wanted(gateway) == []


async def test_parts_are_named_by_their_ids(gateway: Gateway) -> None:
    agreement = an_agreement(gateway)
    promise = agreement["obligations"][0]
    await gateway.hears("agreement", {**agreement, "obligations": [{**promise, "text": text("Hesabat", "az", "en")}]})

    found = (await listed(gateway, language=["FR"]))["nodes"]

    assert [(each["field"], each["part"]) for each in found] == [("obligations", promise["id"])]


async def test_nobody_sees_a_gap_in_what_they_may_not_read(gateway: Gateway) -> None:
    draft = an_agreement(gateway, "draft", revision=2)
    await gateway.hears("agreement", draft)

    assert len(await wanted(gateway)) == 5
    assert await wanted(gateway, PHYSICS) == []
    assert await wanted(gateway, NOBODY) == []


async def test_what_the_public_sees_comes_first_and_is_promised_in_two_languages(gateway: Gateway) -> None:
    await gateway.hears("agreement", an_agreement(gateway, "draft", revision=2))
    await gateway.hears("agreement", an_agreement(gateway, revision=2))

    found = (await listed(gateway))["nodes"]

    assert [each["promised"] for each in found] == [True] * 2 + [False] * 8
    assert [each["public"] for each in found] == [True] * 5 + [False] * 5
    assert len(await wanted(gateway, promised=True)) == 2


async def test_the_list_is_asked_for_one_unit_one_kind_or_one_thing(gateway: Gateway) -> None:
    ours, theirs = (an_agreement(gateway, revision=2) for _ in range(2))
    await gateway.hears("agreement", ours, {**theirs, "unit": "physics"})
    whole = await wanted(gateway)

    assert len(whole) == 10
    assert len(await wanted(gateway, unit=["physics"])) == 5
    assert len(await wanted(gateway, kind=["agreement"], of=[f"agreement:{ours['id']}"])) == 5
    nothing: list[dict[str, Any]] = [
        {"unit": ["law"]},
        {"kind": ["visit"]},
        {"kind": ["none"]},
        {"of": ["agreement:x"]},
    ]
    for asked in nothing:
        assert await wanted(gateway, **asked) == []


async def test_a_coordinator_has_the_drafts_of_the_own_unit_on_the_list_and_no_others(gateway: Gateway) -> None:
    await gateway.hears("agreement", an_agreement(gateway, "draft", revision=2))

    assert len(await wanted(gateway, PHILOLOGY)) == 5
    assert await wanted(gateway, PHYSICS) == await wanted(gateway, PHYSICS, unit=["philology"]) == []


async def test_the_oldest_comes_first_when_it_is_asked_so(gateway: Gateway) -> None:
    draft, public = an_agreement(gateway, "draft", revision=2), an_agreement(gateway, revision=2)
    await gateway.hears("agreement", {**draft, "changed_at": "2026-01-01T00:00:00Z"})
    await gateway.hears("agreement", {**public, "changed_at": "2026-02-01T00:00:00Z"})

    usual, aged, newest = [
        [each["public"] for each in (await listed(gateway, orderBy=order))["nodes"]]
        for order in (None, {"by": "SINCE"}, {"by": "SINCE", "direction": "DESC"})
    ]

    assert usual == newest == [True] * 5 + [False] * 5
    assert aged == [False] * 5 + [True] * 5


async def test_each_language_is_counted_under_the_same_permissions_and_filter(gateway: Gateway) -> None:
    public = an_agreement(gateway)
    texts = {each: held for each, held in public["title"]["texts"].items() if each not in {"de", "en"}}
    await gateway.hears("agreement", {**public, "title": {**public["title"], "texts": texts}})
    await gateway.hears("agreement", an_agreement(gateway, "draft", revision=2))

    async def counted(who: Principal = OFFICER, **given: Any) -> dict[str, tuple[int, int, int]]:
        told = orjson.loads(await gateway.executed(TOTALS, who, filter=given))["data"]["translationTotals"]
        return {each["language"]: (each["missing"], each["outdated"], each["promised"]) for each in told}

    nothing = (0, 0, 0)
    assert await counted() == {"AZ": (0, 1, 0), "EN": (1, 1, 1), "RU": (0, 1, 0), "DE": (1, 1, 0), "FR": (0, 1, 0)}
    assert await counted(NOBODY, language=["EN", "FR"]) == {"EN": (1, 0, 1), "FR": nothing}
    assert await counted(state=["MISSING"], promised=True, language=["EN", "DE"]) == {"EN": (1, 0, 1), "DE": nothing}


async def test_the_list_is_had_as_a_file_with_its_filter(gateway: Gateway) -> None:
    agreement = an_agreement(gateway, revision=2)
    await gateway.hears("agreement", agreement, an_agreement(gateway, "draft", revision=2))
    desk, asked = a_desk(gateway), {"filter": {"language": ["FR"], "promised": False}, "speaks": "en"}

    lines = await desk.lines("translations", NOBODY, **asked)
    sheet = await desk.sheet("translations", OFFICER, orderBy={"by": "SINCE"}, **asked)
    refused = await desk.asks("translations.csv", OFFICER, asOf="2026-01-01T00:00:00Z")

    [line] = lines
    shown = {each: line[each] for each in ("Thing", "Code", "Text field", "Language", "State", "Original text")}
    assert shown == {
        "Thing": "Agreement",
        "Code": agreement["code"],
        "Text field": "Title",
        "Language": "French",
        "State": "outdated",
        "Original text": "Memorandum (az)",
    }
    assert len(sheet) == 2
    assert (refused.status_code, "asOf" in refused.text) == (422, True)


async def test_pages_follow_each_other_without_a_gap(gateway: Gateway) -> None:
    await gateway.hears("agreement", *(an_agreement(gateway, revision=2) for _ in range(3)))
    whole = [each["nodeId"] + each["language"] for each in (await listed(gateway))["nodes"]]

    found, after = list[str](), None
    while len(found) < len(whole):
        page = await listed(gateway, first=4, after=after)
        found += [each["nodeId"] + each["language"] for each in page["nodes"]]
        after = page["pageInfo"]["endCursor"]

    assert found == whole
    assert not page["pageInfo"]["hasNextPage"]
