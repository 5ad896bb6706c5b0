"""Answers to queries: by a plan where one can be made, else by ordinary execution; the bytes are the same."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, Final, cast

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
from graphql.execution import Executor
from graphql.execution.values import VariableValues
from typing_extensions import override

from korpu_chassis.cache import WeightedCache
from korpu_chassis.database.availability import DatabaseUnavailable, RowBusy
from korpu_chassis.identity.caller_limits import Caller
from korpu_chassis.refusals import Refusal
from korpu_gateway.reads.arguments import shape, slots
from korpu_gateway.reads.compiler import Compiler, NotCompiled
from korpu_gateway.reads.cooperative import checkpoint, cooperatively
from korpu_gateway.reads.cost import MOST_EXECUTED, Cost
from korpu_gateway.reads.errors import formatted
from korpu_gateway.reads.fair_queue import FairQueue
from korpu_gateway.reads.operations import Operations
from korpu_gateway.reads.plan import Plan
from korpu_gateway.reads.reading import Reading
from korpu_gateway.reads.refused import TooCostly, TookTooLong, TooManySearches
from korpu_gateway.reads.schema_answers import SchemaAnswers, key_of
from korpu_gateway.reads.selection import Asked
from korpu_gateway.reads.variables import Unclear, coerced_variables

MOST_PLAN_BYTES: Final = 16 * 2**20
LONGEST_STATEMENT: Final = 256 * 1024
"""Characters; PostgreSQL plans a longer one for seconds."""
Variables = Mapping[str, Any]


class Answers:
    """Answers queries of one schema, and remembers their plans."""

    def __init__(self, schema: GraphQLSchema, queue: FairQueue | None = None) -> None:
        self.schema = schema
        self._queue = queue or FairQueue()
        self._plans: WeightedCache[Any, Plan | str] = WeightedCache(MOST_PLAN_BYTES)
        self._of_schema = SchemaAnswers()

    async def planned(
        self,
        text: str,
        operations: Operations,
        operation: OperationDefinitionNode,
        variables: Variables,
        reading: Reading,
        *,
        queued: bool = True,
    ) -> Plan | None:
        """The plan of a query for this scope of callers, if it has one; refused when it would cost too much.

        A new plan is made when it is the caller's turn, unless we ask ourselves.
        """
        key = _key(text, operation, variables, reading)
        plan = self._plans.get(key)
        if plan is None:
            make = partial(self._remembered, key, operations, operation, variables, reading)
            plan = await (self._queue.work(Caller.of(reading.principal), make) if queued else cooperatively(make))
        return plan if isinstance(plan, Plan) else None

    def why_executed(
        self, text: str, _: Operations, operation: OperationDefinitionNode, variables: Variables, reading: Reading
    ) -> str | None:
        """Why an operation has no plan, once it was planned."""
        reason = self._plans.get(_key(text, operation, variables, reading))
        return reason if isinstance(reason, str) else None

    def variables(
        self, operations: Operations, operation: OperationDefinitionNode, given: Variables
    ) -> Variables | list[GraphQLError]:
        """The variables of a request as the operation declares them, or what is wrong with them."""
        if not operation.variable_definitions:
            return {}
        with suppress(Unclear):
            return coerced_variables(operations.declared[operation.name.value if operation.name else None], given)
        coerced = get_variable_values(
            self.schema, operation.variable_definitions, dict(given), max_errors=5, hide_suggestions=True
        )
        return coerced.coerced if isinstance(coerced, VariableValues) else coerced

    async def compiled(self, plan: Plan, variables: Variables, reading: Reading) -> bytes | None:
        """The response by a plan; None when there is an error to tell, which ordinary execution does.

        What ordinary execution would need too long for is refused as a whole.
        """
        try:
            data = await plan.answer(reading, variables)
        except (DatabaseUnavailable, RowBusy, TookTooLong):
            raise
        except Refusal:
            if plan.cost > MOST_EXECUTED:
                raise
            return None
        if data is None and plan.cost > MOST_EXECUTED:
            raise TooCostly(most=MOST_EXECUTED)
        return None if data is None else b'{"data":' + data + _more(reading) + b"}"

    def _remembered(self, key: Any, *asked: Any) -> Plan | str:
        """A plan that somebody else may have had made while this one waited for its turn."""
        if plan := self._plans.get(key):
            return plan
        plan = self._plan(*asked)
        return self._plans.put(key, plan, _weight(key, plan))

    def _plan(
        self, operations: Operations, operation: OperationDefinitionNode, variables: Variables, reading: Reading
    ) -> Plan | str:
        asked = Asked(operations.fragments, slots(variables))
        compiler = Compiler(self.schema, asked, reading.granted, reading.language)
        root = cast("GraphQLObjectType", self.schema.get_root_type(operation.operation))
        cost = 0
        try:
            cost = Cost(self.schema, asked).of(root, operation)
            statement = compiler.statement(root, operation)
        except (TooCostly, TooManySearches):
            raise
        except (NotCompiled, Refusal, GraphQLError) as reason:
            if cost > MOST_EXECUTED:
                raise TooCostly(most=MOST_EXECUTED) from None
            return str(reason) or type(reason).__name__
        if len(statement) > LONGEST_STATEMENT:
            raise TooCostly(most=MOST_EXECUTED)
        return Plan(
            statement,
            tuple(compiler.parameters),
            tuple(compiler.holes),
            tuple(compiler.unused),
            cost,
            compiler.fitted,
        )

    async def executed(
        self,
        operations: Operations,
        name: str | None,
        given: Variables,
        reading: Reading,
        root: Any = None,
        *,
        text: str | None = None,
    ) -> ExecutionResult:
        """The response by ordinary execution; what is asked of the schema itself waits for the caller's turn.

        With its text, an answer about the schema alone is made once.
        """
        if operations.document is None:
            raise ValueError("a document with errors is not executed")
        run = partial(
            execute,
            self.schema,
            operations.document,
            root_value=root,
            context_value=reading,
            variable_values=dict(given),
            operation_name=name,
            hide_suggestions=True,
            executor_class=_Executor,
        )
        if operations.introspects:
            key = key_of(text, operations.chosen(name), name, given)
            return await self._of_schema.told(key, partial(self._by_turns, run, reading))
        result = await cooperatively(run)
        return result if isinstance(result, ExecutionResult) else await result

    async def _by_turns(self, run: Callable[[], Any], reading: Reading) -> ExecutionResult:
        result = await self._queue.work(Caller.of(reading.principal), run)
        return result if isinstance(result, ExecutionResult) else await result

    async def require_cheap(
        self, operations: Operations, operation: OperationDefinitionNode, variables: Variables
    ) -> None:
        """Refuse a mutation whose answer would take ordinary execution too long, before anything is changed."""
        root = cast("GraphQLObjectType", self.schema.get_root_type(operation.operation))
        cost = Cost(self.schema, Asked(operations.fragments, dict(variables)))
        if await cooperatively(lambda: cost.of(root, operation)) > MOST_EXECUTED:
            raise TooCostly(most=MOST_EXECUTED)


class _Executor(Executor[Any]):
    """GraphQL's own execution, which pauses between two fields."""

    @override
    def execute_field(self, *args: Any, **kwargs: Any) -> Any:
        checkpoint()
        return super().execute_field(*args, **kwargs)


def _key(text: str, operation: OperationDefinitionNode, variables: Variables, reading: Reading) -> tuple[Any, ...]:
    """What a plan depends on."""
    name = operation.name.value if operation.name else None
    return (text, name, reading.granted, reading.language, shape(variables))


def _weight(key: tuple[Any, ...], plan: Plan | str) -> int:
    """About how many bytes a plan takes with its key."""
    statement = len(plan.statement) if isinstance(plan, Plan) else 0
    return 2 * len(key[0]) + 20 * len(repr(key[-1])) + 4 * statement + 2_000


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
