"""The variables of a request, coerced by types that are looked up once for each operation."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from graphql import GraphQLInputType, GraphQLSchema, OperationDefinitionNode, Undefined, is_non_null_type, type_from_ast
from graphql.utilities.coerce_input_value import coerce_input_literal, coerce_input_value


class Unclear(Exception):
    """Something is wrong with the variables; GraphQL itself says what."""


class Declared(NamedTuple):
    """One variable as the operation declares it."""

    name: str
    type: GraphQLInputType
    demanded: bool
    default: Any


def coerced_variables(declared: Iterable[Declared], given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the variables; `Unclear` when one of them is not what the operation declares."""
    coerced = {}
    for name, type_, demanded, default in declared:
        value = given.get(name, Undefined)
        if value is Undefined:
            value = default
        elif value is not None or demanded:
            value = coerce_input_value(value, type_)
            if value is Undefined:
                raise Unclear
        if value is not Undefined:
            coerced[name] = value
        elif demanded:
            raise Unclear
    return coerced


def declared_variables(schema: GraphQLSchema, operation: OperationDefinitionNode) -> tuple[Declared, ...]:
    """The variables that a valid operation declares."""
    found = []
    for node in operation.variable_definitions or ():
        type_: Any = type_from_ast(schema, node.type)
        default = coerce_input_literal(node.default_value, type_) if node.default_value else Undefined
        found.append(Declared(node.variable.name.value, type_, is_non_null_type(type_), default))
    return tuple(found)
