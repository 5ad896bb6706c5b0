"""Every command of every contract is a mutation, with all its inputs and all its refusals."""

from typing import Any

import pytest
from graphql import GraphQLInputObjectType, GraphQLNonNull, GraphQLSchema, GraphQLUnionType, get_named_type
from strawberry.utils.str_converters import to_camel_case

from korpu_gateway.mutations.contracts import Command, contracts, united
from korpu_gateway.mutations.mutation import SEVERAL

COMMANDS = united(contracts())
every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)


def mutation(schema: GraphQLSchema, command: Command) -> Any:
    assert schema.mutation_type is not None
    return schema.mutation_type.fields[command.name[0].lower() + command.name[1:]]


def test_there_are_as_many_mutations_as_commands(the_schema: GraphQLSchema) -> None:
    assert the_schema.mutation_type is not None
    assert len(the_schema.mutation_type.fields) - len(SEVERAL) == len(COMMANDS) == len({each.name for each in COMMANDS})


@every_command
def test_a_command_is_a_mutation_told_in_its_owners_words(the_schema: GraphQLSchema, command: Command) -> None:
    field = mutation(the_schema, command)

    assert field.description == command.summary
    assert list(field.args) == ["input"]


@every_command
def test_a_command_answers_the_thing_or_one_of_its_refusals(the_schema: GraphQLSchema, command: Command) -> None:
    result = get_named_type(mutation(the_schema, command).type)

    assert isinstance(result, GraphQLUnionType)
    thing = to_camel_case(f"_{command.aggregate}")
    assert {each.name for each in result.types} == {thing, "Refusal"}
    told = [code for code in command.refuses if f"`{code}`: " in (result.description or "")]
    assert told == list(command.refuses)


@every_command
def test_an_input_has_every_field_of_the_contract_and_demands_what_it_demands(
    the_schema: GraphQLSchema, command: Command
) -> None:
    given = get_named_type(mutation(the_schema, command).args["input"].type)

    assert isinstance(given, GraphQLInputObjectType)
    _same(given, command.input, command.input.get("$defs", {}))


def _same(given: GraphQLInputObjectType, schema: Any, definitions: Any) -> None:
    assert set(given.fields) == {to_camel_case(name) for name in schema["properties"]}
    for name, each in schema["properties"].items():
        field = given.fields[to_camel_case(name)]
        demanded = name in schema.get("required", ()) and not _nullable(each)
        assert isinstance(field.type, GraphQLNonNull) == demanded, name
        below = get_named_type(field.type)
        if isinstance(below, GraphQLInputObjectType):
            _same(below, _definition(each, definitions), definitions)


def _nullable(schema: Any) -> bool:
    return any(each.get("type") == "null" for each in schema.get("anyOf", ()))


def _definition(schema: Any, definitions: Any) -> Any:
    if "$ref" in schema:
        return definitions[schema["$ref"].rsplit("/", 1)[1]]
    if "items" in schema:
        return _definition(schema["items"], definitions)
    return _definition(next(each for each in schema["anyOf"] if each.get("type") != "null"), definitions)
