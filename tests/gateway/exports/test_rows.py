"""An export shows what the list's query shows to the same caller: no row and no cell more, or less."""

from typing import Any
from uuid import UUID

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korpu_chassis.identity import Principal
from korpu_gateway.exports.columns import columns_of
from korpu_gateway.exports.lists import Lists
from korpu_gateway.exports.vocabulary import missing, untranslated
from korpu_gateway.reads.permissions import STAFF
from tests.gateway.conftest import NOBODY, OFFICER, Gateway
from tests.gateway.exports.desk import a_desk
from tests.gateway.operations import Writer

SOMEBODY = UUID("00000000-0000-4000-8000-000000000001")
CALLERS = {
    **{role: Principal(f"{role}-1", frozenset({role})) for role in sorted(STAFF - {"faculty_coordinator"})},
    "philology": Principal("c-1", frozenset({"faculty_coordinator"}), frozenset({"philology"})),
    "physics": Principal("c-2", frozenset({"faculty_coordinator"}), frozenset({"physics"})),
    "student": Principal("student-1", frozenset({"student"}), person_id=SOMEBODY),
    "nobody": NOBODY,
}
LISTS = ("organisations", "agreements", "letters", "mobilities", "visits", "action_points", "people")


async def queried(office: Gateway, name: str, who: Principal, fields: str, **given: Any) -> list[dict[str, Any]]:
    """All pages of the list's own query."""
    lists = Lists(office.schema)
    text, after, found = lists.page(name, [], 100).replace("nodes {}", f"nodes {{{fields}}}"), None, []
    while True:
        told = orjson.loads(await office.executed(text, who, **given, after=after))["data"]["list"]
        found += told["nodes"]
        if not told["pageInfo"]["hasNextPage"]:
            return found
        after = told["pageInfo"]["endCursor"]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("caller", CALLERS)
async def test_everybody_gets_the_rows_and_cells_of_the_query(office: Gateway, caller: str, name: str) -> None:
    who, desk = CALLERS[caller], a_desk(office)

    lines = await desk.lines(name, who, columns=["code", "unit", "author"] if who.roles & STAFF else ["code", "unit"])
    seen = await queried(office, name, who, "code unit author")

    assert [each["Kod"] for each in lines] == [each["code"] for each in seen]
    assert [each["Bölmə"] for each in lines] == [each["unit"] or "" for each in seen]
    assert [each.get("Müəllif", "") for each in lines] == [each["author"] or "" for each in seen]


@pytest.mark.parametrize("name", LISTS)
async def test_what_the_public_never_sees_is_not_even_a_column(office: Gateway, name: str) -> None:
    lists = Lists(office.schema)

    public = columns_of(office.schema, lists.shown(name), frozenset())

    assert {"author", "correlationId", "ballWith", "owner" if name == "agreements" else "author"}.isdisjoint(public)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.data())
async def test_any_filter_and_order_gives_the_rows_of_the_query(office: Gateway, data: st.DataObject) -> None:
    name, who = data.draw(st.sampled_from(LISTS)), data.draw(st.sampled_from(list(CALLERS.values())))
    lists = Lists(office.schema)
    root = office.schema.query_type
    assert root is not None
    arguments = root.fields[lists.fields[name]].args
    ids = [f"{kind}:{state['id']}" for kind, states in office.library.states.items() for state in states[:2]]
    writer = Writer(data.draw, office.schema, ids, ["Gence", "philology", "DE", "zz", "%_'\""])
    asked = {each: writer.value(each, arguments[each].type) for each in ("filter", "orderBy") if writer.chance(2)}

    lines = await a_desk(office).lines(name, who, columns=["code"], **asked)

    assert [each["Kod"] for each in lines] == [
        each["code"] for each in await queried(office, name, who, "code", **asked)
    ]


def every_column(office: Gateway) -> list[Any]:
    lists = Lists(office.schema)
    granted = frozenset({"officer", "*"})
    return [each for name in lists.fields for each in columns_of(office.schema, lists.shown(name), granted).values()]


@pytest.mark.parametrize("language", ["az", "en", "ru", "de", "fr"])
def test_every_column_has_a_heading_and_every_word_a_translation(office: Gateway, language: str) -> None:
    columns = every_column(office)

    unheaded = {f"{each.owner}.{step}" for each in columns for step in missing(each, language)}
    enums: dict[str, Any] = {each.words: office.schema.type_map[each.words] for each in columns if each.words}
    unsaid = {
        f"{name}.{said}" for name, enum in enums.items() for said in enum.values if untranslated(name, said, language)
    }

    assert (unheaded, unsaid) == (set(), set())


def test_nothing_that_only_an_owner_tells_is_a_column(office: Gateway) -> None:
    people = columns_of(office.schema, "Person", OFFICER.roles)

    assert set(people) == {"id", "version", "code", "unit", "createdAt", "changedAt", "author", "correlationId"} | {
        "status",
        "kind",
        "erasedOn",
    }
