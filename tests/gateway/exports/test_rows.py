"""An export shows what the list's query shows to the same caller: no row and no cell more, or less."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from korpu_chassis.clock import BAKU
from korpu_chassis.i18n.text import LANGUAGES
from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.exports import commas
from korpu_gateway.exports.cells import reader
from korpu_gateway.exports.columns import columns_of
from korpu_gateway.exports.lists import Lists
from korpu_gateway.exports.shapes import Column, Form, selection
from korpu_gateway.exports.vocabulary import heading, missing, untranslated, word
from korpu_gateway.exports.workbook import Workbook
from korpu_gateway.reads.permissions import STAFF, grants
from korpu_gateway.types import KINDS
from tests.gateway.conftest import NOBODY, OFFICER, Gateway
from tests.gateway.exports.desk import a_desk
from tests.gateway.operations import Writer
from tests.gateway.writings import SOMEBODY

CALLERS = {
    **{role: Principal(f"{role}-1", frozenset({role})) for role in sorted(STAFF - {"faculty_coordinator"})},
    "philology": Principal("c-1", frozenset({"faculty_coordinator"}), frozenset({"philology"})),
    "physics": Principal("c-2", frozenset({"faculty_coordinator"}), frozenset({"physics"})),
    "student": Principal("student-1", frozenset({"student"}), person_id=UUID(SOMEBODY)),
    "author": Principal("staff-1", frozenset({"staff"}), person_id=UUID(SOMEBODY)),
    "nobody": NOBODY,
}
KIND = pytest.mark.parametrize("kind", sorted(KINDS))


def list_of(office: Gateway, kind: str) -> str:
    """The list that shows things of a kind."""
    lists = Lists(office.schema)
    return next(name for name in lists.fields if lists.shown(name) == KINDS[kind].shown.__name__)


def columns(office: Gateway, kind: str, who: Principal) -> list[Column]:
    """Everything that a caller may have of a kind, in the caller's language."""
    known = columns_of(office.schema, KINDS[kind].shown.__name__, grants(who)).values()
    return [each for each in known if not each.language]


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


@KIND
@pytest.mark.parametrize("caller", CALLERS)
async def test_everybody_gets_the_rows_and_cells_of_the_query(office: Gateway, caller: str, kind: str) -> None:
    who, name, desk = CALLERS[caller], list_of(office, kind), a_desk(office)
    asked = columns(office, kind, who)

    [_, *lines] = await desk.table(f"{name}.csv", who, columns=[each.name for each in asked])
    seen = await queried(office, name, who, selection(asked)[1:-1])

    assert lines == [[told(row, each) for each in asked] for row in seen]


def told(row: Any, column: Column) -> str:
    """What an Azerbaijani reader is told where the query shows this."""
    found = leaves(row, column.path)
    match column.form:
        case Form.WORD:
            words = [word(str(column.words), each, "az") for each in found]
        case Form.YES_NO:
            words = ["bəli" if each else "xeyr" for each in found]
        case Form.MOMENT:
            words = [datetime.fromisoformat(each).astimezone(BAKU).isoformat(" ", "seconds") for each in found]
        case _:
            words = [str(each) for each in found]
    return "; ".join(words)


def leaves(value: Any, path: Sequence[str]) -> list[Any]:
    if isinstance(value, list):
        return [leaf for each in value for leaf in leaves(each, path)]
    if value is None or not path:
        return [] if value is None else [value]
    return leaves(value[path[0]], path[1:])


@KIND
async def test_a_foreign_reader_finds_in_the_workbook_what_stands_in_the_csv(office: Gateway, kind: str) -> None:
    name, desk, asked = list_of(office, kind), a_desk(office), columns(office, kind, OFFICER)
    names = [each.name for each in asked]

    book = await desk.asks(f"{name}.xlsx", OFFICER, columns=names)
    [heads, *lines] = await desk.table(f"{name}.csv", OFFICER, columns=names)

    [read, *rows] = load_workbook(BytesIO(book.content)).worksheets[0].iter_rows(values_only=True)
    [also, *same] = CalamineWorkbook.from_filelike(BytesIO(book.content)).get_sheet_by_index(0).to_python()
    assert [*read] == also == heads
    for row, again, line in zip(rows, same, lines, strict=True):
        for cell, other, text, column in zip(row, again, line, asked, strict=True):
            assert plain(cell, column) == plain(other, column) == plain(text, column), column.name


def test_midnight_is_midnight_whichever_program_reads_it(tmp_path: Path) -> None:
    """A workbook counts days: a whole one is midnight, which one of both programs hands on as the bare day."""
    moment = Column("closes", ("closes",), Form.MOMENT, "Event")
    written = reader(moment, "en")({"closes": "2026-11-30T20:00:00Z"})
    path = tmp_path / "midnight.xlsx"
    book = Workbook(path, "events", [moment], ["Closes"])
    book.add([written])
    book.finish()

    [_, [read]] = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    [_, [again]] = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    line = commas.line([written], "en").decode().strip()

    assert {plain(each, moment) for each in (read, again, line)} == {"2026-12-01 00:00:00"}


def plain(cell: Any, column: Column) -> Any:
    """The value of a cell, whichever program and form it was read from."""
    if cell in {None, ""}:
        return None
    match column.form:
        case Form.YES_NO if isinstance(cell, str):
            return cell == "bəli"
        case Form.NUMBER | Form.WHOLE if not column.many:
            return Decimal(str(cell)).normalize()
        case Form.DAY if not column.many:
            return str(cell)[:10]
        case Form.MOMENT:
            return f"{cell} 00:00:00" if type(cell) is date else str(cell)[:19]
    return cell


@KIND
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_of_a_list_are_headed_alike(office: Gateway, kind: str, language: str) -> None:
    heads = [
        heading(each, language)
        for each in columns_of(office.schema, KINDS[kind].shown.__name__, STAFF | {"*"}).values()
    ]

    assert [each for each in heads if heads.count(each) > 1] == []


@KIND
async def test_what_the_public_never_sees_is_not_even_a_column(office: Gateway, kind: str) -> None:
    public = columns_of(office.schema, KINDS[kind].shown.__name__, frozenset())

    assert {"author", "correlationId", "ballWith", "owner" if kind == "agreement" else "author"}.isdisjoint(public)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.data())
async def test_any_filter_and_order_gives_the_rows_of_the_query(office: Gateway, data: st.DataObject) -> None:
    name = list_of(office, data.draw(st.sampled_from(sorted(KINDS))))
    who = data.draw(st.sampled_from(list(CALLERS.values())))
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
