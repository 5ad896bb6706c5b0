"""Answers to queries: by a plan where one can be made, else by ordinary execution; the bytes are the same."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, cast

import orjson
from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    execute,
    get_variable_values,
)
from graphql.execution.values import VariableValues

from korpu_chassis.refusals import Refusal
from korpu_gateway.reads.arguments import shape, slots
from korpu_gateway.reads.compiler import Compiler, NotCompiled
from korpu_gateway.reads.cost import Cost
from korpu_gateway.reads.errors import formatted
from korpu_gateway.reads.operations import Operations, Remembered
from korpu_gateway.reads.plan import Plan
from korpu_gateway.reads.reading import Reading
from korpu_gateway.reads.refused import TooCostly
from korpu_gateway.reads.selection import Asked
from korpu_gateway.reads.variables import Unclear, coerced_variables

MOST_PLANS = 500
UNPLANNED = "unplanned"
Variables = Mapping[str, Any]


class Answers:
    """Answers queries of one schema, and remembers their plans."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self.schema = schema
        self._plans: Remembered[Any, Plan | Refusal | str] = Remembered(MOST_PLANS)

    def planned(
        self,
        text: str,
        operations: Operations,
        operation: OperationDefinitionNode,
        variables: Variables,
        reading: Reading,
    ) -> Plan | None:
        """The plan of a query for this scope of callers, if it has one; refused when it would cost too much."""
        name = operation.name.value if operation.name else None
        key = (text, name, reading.granted, reading.language, shape(variables))
        plan = self._plans.get(key)
        if plan is None:
            plan = self._plans.put(key, self._plan(operations, operation, variables, reading))
        if isinstance(plan, Refusal):
            raise plan
        return plan if isinstance(plan, Plan) else None

    def variables(self, operation: OperationDefinitionNode, given: Variables) -> Variables | list[GraphQLError]:
        """The variables of a request as the operation declares them, or what is wrong with them."""
        if not operation.variable_definitions:
            return {}
        with suppress(Unclear):
            return coerced_variables(self.schema, operation, given)
        coerced = get_variable_values(
            self.schema, operation.variable_definitions, dict(given), max_errors=5, hide_suggestions=True
        )
        return coerced.coerced if isinstance(coerced, VariableValues) else coerced

    async def compiled(self, plan: Plan, variables: Variables, reading: Reading) -> bytes | None:
        """The response by a plan; None when there is an error to tell, which ordinary execution does."""
        try:
            data = await plan.answer(reading, variables)
        except Refusal:
            return None
        return None if data is None else b'{"data":' + data + _more(reading) + b"}"

    def _plan(
        self, operations: Operations, operation: OperationDefinitionNode, variables: Variables, reading: Reading
    ) -> Plan | Refusal | str:
        asked = Asked(operations.fragments, slots(variables))
        compiler = Compiler(self.schema, asked, reading.granted, reading.language)
        root = cast("GraphQLObjectType", self.schema.get_root_type(operation.operation))
        try:
            Cost(self.schema, asked).of(root, operation)
            statement = compiler.statement(root, operation)
        except TooCostly as refusal:
            return refusal
        except (NotCompiled, Refusal, GraphQLError):
            return UNPLANNED
        return Plan(statement, tuple(compiler.parameters), tuple(compiler.holes), tuple(compiler.unused))

    async def executed(
        self, operations: Operations, name: str | None, given: Variables, reading: Reading, root: Any = None
    ) -> ExecutionResult:
        """The response by ordinary execution."""
        if operations.document is None:
            raise ValueError("a document with errors is not executed")
        result = execute(
            self.schema,
            operations.document,
            root_value=root,
            context_value=reading,
            variable_values=dict(given),
            operation_name=name,
            hide_suggestions=True,
        )
        return result if isinstance(result, ExecutionResult) else await result


def dumped(result: ExecutionResult, reading: Reading) -> bytes:
    """The response of ordinary execution as bytes."""
    response: dict[str, Any] = {"data": result.data}
    if result.errors:
        response = {"errors": [formatted(error, reading.language) for error in result.errors], **response}
    return orjson.dumps(response)[:-1] + _more(reading) + b"}"


def _more(reading: Reading) -> bytes:
    """What the response says beside its data."""
    told = reading.extensions.told()
    return b',"extensions":' + orjson.dumps(told) if told else b""
