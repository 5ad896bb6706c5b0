"""The columns of a list as a file: they follow from the type that shows it, and hold nothing personal."""

from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
)

from korpu_chassis.i18n.text import LANGUAGES
from korpu_gateway.exports.shapes import FORMS, Column, Form
from korpu_gateway.owners.remote_fields import Told
from korpu_gateway.reads.fields import At, Called, Computed, Looked, ReadField
from korpu_gateway.reads.permissions import nothing
from korpu_gateway.reads.relations import Each, One
from korpu_gateway.types.nodes import GlobalId
from korpu_gateway.types.translation import Of

DECLARED = "strawberry-definition"
SAID_IN = "LocalizedText"
AMOUNT = "Money"
LINKS = frozenset({"website", "url", "ror", "applyLink"})
ASIDE = frozenset(
    {"id", "version", "correlationId", "termsVersion", "termsHash", "createdAt", "changedAt", "nodeId", "mutation"}
)
"""What a file has only when it is asked for by name."""


def columns_of(schema: GraphQLSchema, shown: str, granted: frozenset[str]) -> dict[str, Column]:
    """Every column that callers with these grants may have of a list of this type, by name."""
    type_: Any = schema.type_map[shown]
    return {each.name: each for name in type_.fields for each in _column(type_, name, granted)}


def source_of(field: GraphQLField) -> Any:
    """Where the value of a field comes from, if it is one of the portal's own."""
    declared = field.extensions.get(DECLARED)
    return declared.source if isinstance(declared, ReadField) else None


def _column(type_: GraphQLObjectType, name: str, granted: frozenset[str]) -> Iterator[Column]:
    field = type_.fields[name]
    if not _shown(field, granted):
        return
    named: Any = get_named_type(field.type)
    if is_leaf_type(named):
        yield _leaf(type_, name)
    elif isinstance(source_of(field), One | Each):
        yield Column(name, (name, *_called(named)), Form.TEXT, type_.name, many=_is_list(field))
    elif isinstance(source_of(field), At):
        yield from _within(type_, name, named, granted)


def _shown(field: GraphQLField, granted: frozenset[str]) -> bool:
    declared = field.extensions.get(DECLARED)
    plain = isinstance(source_of(field), At | Called | Computed | Looked | One | Each | GlobalId | Of)
    asks = any(is_required_argument(each) for each in field.args.values())
    return plain and not asks and isinstance(declared, ReadField) and declared.shown_to(granted) is not nothing


def _leaf(type_: GraphQLObjectType, name: str, *before: str) -> Column:
    field = type_.fields[name]
    named = get_named_type(field.type)
    words = named.name if isinstance(named, GraphQLEnumType) else None
    form = Form.WORD if words else _form(field, name, named.name)
    usual = not before and name not in ASIDE and named.name != "UUID"
    path = (*before, name)
    return Column(".".join(path), path, form, type_.name, words, _is_list(field), usual)


def _form(field: GraphQLField, name: str, scalar: str) -> Form:
    source = source_of(field)
    if isinstance(source, Of) and source.names:
        return Form.NAME
    return Form.LINK if name in LINKS else FORMS.get(scalar, Form.TEXT)


def _within(type_: GraphQLObjectType, name: str, part: Any, granted: frozenset[str]) -> Iterator[Column]:
    many = _is_list(type_.fields[name])
    if part.name == SAID_IN:
        yield Column(name, (name, "text"), Form.TEXT, type_.name, many=many)
        for language in () if many else LANGUAGES:
            path = (name, f"{language}: text(lang: {language.upper()})")
            yield Column(f"{name}.{language}", path, Form.TEXT, type_.name, usual=False, language=language)
    elif part.name == AMOUNT and not many:
        for each, form in (("amount", Form.NUMBER), ("currency", Form.TEXT)):
            yield Column(f"{name}.{each}", (name, each), form, part.name)
    elif many:
        yield from _told_by(type_, name, part, granted)
    else:
        for each, field in part.fields.items():
            if _shown(field, granted) and is_leaf_type(get_named_type(field.type)):
                yield _leaf(part, each, name)


def _told_by(type_: GraphQLObjectType, name: str, part: Any, granted: frozenset[str]) -> Iterator[Column]:
    """A list of parts, told by their texts, else by the things that they name."""
    seen = {each: field for each, field in part.fields.items() if _shown(field, granted)}
    texts = [each for each, field in seen.items() if get_named_type(field.type).name == SAID_IN]
    things = [each for each, field in seen.items() if isinstance(source_of(field), One)]
    if texts:
        yield Column(name, (name, texts[0], "text"), Form.TEXT, type_.name, many=True)
        return
    for each in things:
        called = name if len(things) == 1 else f"{name}.{each}"
        path = (name, each, *_called(get_named_type(seen[each].type)))
        yield Column(called, path, Form.TEXT, type_.name, many=True)


def _called(type_: GraphQLObjectType) -> tuple[str, ...]:
    """How a thing is called in one cell: its name, else its title, else its code."""
    name, title = type_.fields.get("name"), type_.fields.get("title")
    if name and isinstance(source_of(name), Called | At):
        return ("name",)
    if title and get_named_type(title.type).name == SAID_IN and not isinstance(source_of(title), Told):
        return ("title", "text")
    return ("code",)


def _is_list(field: GraphQLField) -> bool:
    type_ = field.type
    return is_list_type(type_.of_type if isinstance(type_, GraphQLNonNull) else type_)
