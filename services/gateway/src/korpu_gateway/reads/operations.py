"""Operations as clients send them: read and validated once, and remembered."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    parse,
    validate,
)

from korpu_gateway.reads.limits import MOST_TOKENS, RULES

K = TypeVar("K")
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """The last answers to a question, the least used forgotten first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """What is remembered under this key."""
        held = self._held.get(key)
        if held is not None:
            self._held.move_to_end(key)
        return held

    def put(self, key: K, value: V) -> V:
        """Remember this."""
        self._held[key] = value
        if len(self._held) > self._most:
            self._held.popitem(last=False)
        return value


@dataclass(frozen=True)
class Operations:
    """A document that was sent: its operations and fragments, or the errors that it has."""

    document: DocumentNode | None
    errors: tuple[GraphQLError, ...] = ()
    operations: Mapping[str | None, OperationDefinitionNode] = field(default_factory=dict)
    fragments: Mapping[str, FragmentDefinitionNode] = field(default_factory=dict)
    introspects: bool = False

    def chosen(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation of this name; without a name, the only one."""
        if name is None:
            return next(iter(self.operations.values())) if len(self.operations) == 1 else None
        return self.operations.get(name)


def read(schema: GraphQLSchema, text: str) -> Operations:
    """Read and validate a document."""
    try:
        document = parse(text, max_tokens=MOST_TOKENS, no_location=False)
    except GraphQLError as error:
        return Operations(None, (error,))
    if errors := validate(schema, document, RULES, max_errors=5, hide_suggestions=True):
        return Operations(document, tuple(errors))
    defined: list[Any] = list(document.definitions)
    return Operations(
        document,
        operations={
            each.name.value if each.name else None: each
            for each in defined
            if isinstance(each, OperationDefinitionNode)
        },
        fragments={each.name.value: each for each in defined if isinstance(each, FragmentDefinitionNode)},
        introspects="__schema" in text or "__type(" in text.replace(" ", ""),
    )


def reads(operation: OperationDefinitionNode) -> bool:
    """The operation is a query."""
    return operation.operation is OperationType.QUERY
