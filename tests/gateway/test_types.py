"""The portal's types against what the owners publish: nothing forgotten, nothing shown by accident."""

from decimal import Decimal
from typing import Any

import orjson
import pytest
from graphql import GraphQLEnumType, GraphQLError, GraphQLObjectType, GraphQLSchema, get_named_type

from korpu_gateway.mutations.contracts import SERVICES, contracts
from korpu_gateway.reads.fields import ReadField
from korpu_gateway.reads.permissions import (
    EVERYBODY,
    Rows,
    everything,
    having,
    nothing,
    of_unit,
    own,
    own_among,
    readable,
)
from korpu_gateway.types import KINDS
from korpu_gateway.types.values import SCALARS

OWNED = [
    (service.parts[-3], each)
    for service in sorted(SERVICES.glob("*/contract/commands.json"))
    for each in orjson.loads(service.read_bytes())["aggregates"]
]
PUBLISHED = {each["name"]: each for _, each in OWNED}


def words_of(state: dict[str, Any], name: str) -> set[str]:
    """The words that a field of a published state may hold."""
    field = state["properties"][name]
    return {*field.get("enum", ()), *([field["const"]] if "const" in field else ())}


@pytest.mark.parametrize("kind", sorted(each for each in KINDS if KINDS[each].parted))
def test_of_several_owners_each_keeps_what_the_portal_says_that_it_keeps(kind: str) -> None:
    promised = {owner: words_of(each["state"], "kind") for owner, each in OWNED if each["name"] == kind}

    assert {topic.partition(".")[0]: {*words} for topic, words in KINDS[kind].topics.items()} == promised


MADE_OF = {"id", "tasks", "closed"}
"""The global id, what waits for somebody and what may be done are made of these."""


def read_by(type_: GraphQLObjectType) -> dict[str, ReadField]:
    """The fields of a type by the value of the document that they read."""
    found = {}
    for field in type_.fields.values():
        declared = field.extensions["strawberry-definition"]
        path = getattr(declared.source, "path", None)
        if path:
            found[path[0]] = declared
    return found


def resolved(schema: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    for each in (schema, *schema.get("anyOf", ())):
        if "$ref" in each:
            return dict(defs[each["$ref"].rpartition("/")[2]])
    return next((dict(each) for each in schema.get("anyOf", ()) if each.get("type") != "null"), schema)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_published_value_is_shown_and_nothing_else_is(kind: str, the_schema: GraphQLSchema) -> None:
    published = orjson.loads(orjson.dumps(PUBLISHED[kind]["state"]))
    if KINDS[kind].parted:
        words = {word for _, each in OWNED if each["name"] == kind for word in words_of(each["state"], "kind")}
        published["properties"]["kind"] = {"enum": sorted(words)}
    shown = the_schema.type_map[KINDS[kind].shown.__name__]

    check(kind, published, published.get("$defs", {}), shown)


def check(where: str, published: dict[str, Any], defs: dict[str, Any], shown: Any) -> None:
    assert isinstance(shown, GraphQLObjectType)
    fields = read_by(shown)
    assert set(fields) - {"_"} <= set(published["properties"]), where
    assert set(published["properties"]) - set(fields) <= MADE_OF, where
    for name, below in published["properties"].items():
        part = resolved(below, defs)
        part = resolved(part.get("items", part), defs)
        if name in fields and part.get("type") == "object" and "properties" in part:
            leads = get_named_type(shown.fields[camel(fields[name])].type)
            if leads.name != "LocalizedText":
                check(f"{where}.{name}", part, defs, leads)
        if name in fields and "enum" in part:
            words = get_named_type(shown.fields[camel(fields[name])].type)
            if isinstance(words, GraphQLEnumType):
                assert sorted(each.value for each in words.values.values()) == sorted(part["enum"]), f"{where}.{name}"


def camel(field: ReadField) -> str:
    if field.graphql_name:
        return field.graphql_name
    first, *rest = str(field.python_name).split("_")
    return first + "".join(each.title() for each in rest)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_role_reads_here_what_it_reads_at_the_owner(kind: str) -> None:
    grants = PUBLISHED[kind]["readers"]
    roles = {grant["role"] for grant in grants}

    for role in roles:
        held = frozenset({role})
        inside = {needed: rows for needed, rows in KINDS[kind].readers.items() if needed != EVERYBODY}
        allowed = readable(inside, held)
        wide = any(grant["role"] == role and narrowed(grant) is None for grant in grants)
        assert (allowed is everything) == wide, role
        assert allowed is not nothing, role
        if not wide:
            narrow = {narrowed(grant) for grant in grants if grant["role"] == role}
            parts = set(getattr(allowed, "parts", (allowed,)))
            assert parts == narrow, role


def narrowed(grant: dict[str, str | None]) -> Rows | None:
    """The same grant as the portal says it; nothing when it is not narrowed at all."""
    if unit := grant["of"]:
        return of_unit(unit)
    if person := grant["own"]:
        return theirs(person)
    return having(grant["having"] or "") if grant.get("having") else None


def theirs(name: str) -> Rows:
    """A field that names the caller, alone or among others."""
    return own_among(name) if name.endswith("_ids") else own(name)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_status_that_a_command_knows_is_a_word_of_the_portal(kind: str, the_schema: GraphQLSchema) -> None:
    status: Any = get_named_type(the_schema.type_map[KINDS[kind].shown.__name__].fields["status"].type)  # type: ignore[attr-defined]
    commands = [each for contract in contracts() for each in contract.commands if each.aggregate == kind]
    known = {word for each in commands for word in each.when or ()}

    assert known <= {each.value for each in status.values.values()}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_asked_for_listed_watched_and_told_in_the_same_ways(kind: str, the_schema: GraphQLSchema) -> None:
    query, live = the_schema.query_type, the_schema.subscription_type
    assert query
    assert live
    shown: Any = the_schema.type_map[KINDS[kind].shown.__name__]
    one = shown.name[0].lower() + shown.name[1:]
    [listed] = [each for each in query.fields.values() if str(each.type) == f"{shown.name}Connection!"]

    assert str(query.fields[one].type) == str(query.fields[f"{one}ByCode"].type) == shown.name
    assert set(listed.args) == {"first", "after", "filter", "orderBy", "asOf"}
    assert {"search", "status"} <= set(the_schema.type_map[f"{shown.name}Filter"].fields)  # type: ignore[attr-defined]
    assert "CHANGED" in the_schema.type_map[f"{shown.name}OrderKey"].values  # type: ignore[attr-defined]
    assert str(live.fields[f"{one}Changed"].type) == shown.name
    assert {"availableActions", "id", "version"} <= set(shown.fields)


@pytest.mark.parametrize(("given", "number"), [(4.5, "4.5"), ("4.50", "4.50"), (25, "25"), (0.1, "0.1")])
def test_a_decimal_is_taken_as_a_number_or_as_its_digits(given: object, number: str) -> None:
    assert SCALARS[Decimal].parse_value(given) == Decimal(number)


@pytest.mark.parametrize("given", [True, None, float("nan"), float("inf"), "4,5", 1e300])
def test_what_is_no_decimal_is_none(given: object) -> None:
    with pytest.raises(GraphQLError):
        SCALARS[Decimal].parse_value(given)
