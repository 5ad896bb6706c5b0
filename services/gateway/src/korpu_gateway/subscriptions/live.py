"""A subscription that was asked: which changes concern it, and with whom it shares its answers."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

import orjson
from graphql import GraphQLObjectType, GraphQLSchema

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import Forbidden, InvalidInput, Unauthenticated, Wrong
from korpu_gateway.http.endpoint import Chosen
from korpu_gateway.reads.answers import Answers
from korpu_gateway.reads.arguments import Caller, Derived, arguments
from korpu_gateway.reads.fields import ReadField
from korpu_gateway.reads.identity import global_id
from korpu_gateway.reads.permissions import grants, nothing
from korpu_gateway.reads.plan import Plan
from korpu_gateway.reads.reading import Reading
from korpu_gateway.reads.selection import Asked
from korpu_gateway.subscriptions.happened import HAPPENED
from korpu_gateway.subscriptions.interest import Interest, interest_of
from korpu_gateway.subscriptions.watch import Change

DECLARED = "strawberry-definition"
NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Live:
    """One subscription as it was asked by one caller."""

    chosen: Chosen
    interest: Interest
    shared: Hashable
    silent: bytes
    resync: bytes
    variables: int
    """How many characters they have as JSON."""


async def live(schema: GraphQLSchema, answers: Answers, chosen: Chosen, reading: Reading) -> Live:
    """Make a subscription ready; refused when the caller may not watch this, or when it would cost too much."""
    name, declared, given = _asked(schema, chosen)
    if declared.shown_to(grants(reading.principal)) is nothing:
        raise Unauthenticated if reading.principal.is_anonymous else Forbidden
    interest = interest_of(declared, given)
    plans = [
        await answers.planned(
            chosen.text, chosen.operations, chosen.operation, variables_for(chosen, Change(kind, NOBODY, 0, 0)), reading
        )
        for kind in sorted(interest.kinds)
    ]
    variables = _spelled(chosen.variables)
    shared = (chosen.text, chosen.sent.operation_name, variables, _scope(plans, reading))
    empty = orjson.dumps({"data": {name: None}})
    return Live(chosen, interest, shared, empty, empty[:-1] + b',"extensions":{"resync":true}}', len(variables))


def variables_for(chosen: Chosen, change: Change) -> Mapping[str, Any]:
    """The variables with which a change is answered."""
    happened = {
        "id": str(change.id),
        "epoch": change.epoch,
        "version": change.version,
        "node": global_id(change.kind, change.id),
    }
    return {**chosen.variables, HAPPENED: happened}


def _asked(schema: GraphQLSchema, chosen: Chosen) -> tuple[str, ReadField, Mapping[str, Any]]:
    root = cast("GraphQLObjectType", schema.subscription_type)
    asked = Asked(chosen.operations.fragments, dict(chosen.variables))
    for name, nodes in asked.of(root, [chosen.operation.selection_set]).items():
        field = root.fields.get(nodes[0].name.value)
        declared = field and field.extensions.get(DECLARED)
        if field and isinstance(declared, ReadField):
            return name, declared, arguments(field, nodes[0], dict(chosen.variables))
    raise InvalidInput(errors=[Wrong("", "missing-field")])


def _scope(plans: Iterable[Plan | None], reading: Reading) -> Hashable:
    """Callers of the same scope get the same answers; an answer that owners tell is the caller's alone."""
    principal = reading.principal
    callers: set[str] = set()
    for plan in plans:
        if plan is None or plan.personal:
            return object()
        callers.update(each.name for each in _callers(plan.parameters))
        if not all(getattr(hole.function, "same_for_all", False) for hole in plan.holes):
            callers |= {"subject", "units", "person_id"}
    return grants(principal), reading.language, tuple((name, _value(principal, name)) for name in sorted(callers))


def _callers(values: Iterable[Any]) -> Iterator[Caller]:
    for each in values:
        if isinstance(each, Caller):
            yield each
        elif isinstance(each, Derived):
            yield from _callers([each.value])


def _value(principal: Principal, name: str) -> Hashable:
    held: Hashable = getattr(principal, name)
    return held


def _spelled(variables: Mapping[str, Any]) -> bytes:
    return orjson.dumps(variables, default=repr, option=orjson.OPT_SORT_KEYS)
