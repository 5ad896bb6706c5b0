"""Operations as clients send them: bounded, read and validated once, and remembered while they are right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    ParallelVisitor,
    ValidationContext,
    validate,
)
from graphql.language.ast import Token
from graphql.language.parser import MAX_NESTING_DEPTH, Parser
from typing_extensions import override

from korpu_chassis.cache import WeightedCache
from korpu_gateway.reads.cooperative import checkpoint
from korpu_gateway.reads.limits import MOST_COMPARISONS, MOST_TOKENS, RULES, measure
from korpu_gateway.reads.refused import DocumentTooLarge
from korpu_gateway.reads.variables import Declared, declared_variables

MOST_DOCUMENT_BYTES: Final = 32 * 2**20
BYTES_OF_A_DOCUMENT: Final = 16 * 1024
BYTES_OF_A_CHARACTER: Final = 320
"""What a character of a document weighs once it is read: measured, 95 of usual ones and 300 of the densest."""
ABORTED = "Validation aborted."
MOST_ERRORS = 5


@dataclass(frozen=True)
class Operations:
    """A document that was sent: its operations and fragments, or the errors that it has."""

    document: DocumentNode | None
    errors: tuple[GraphQLError, ...] = ()
    operations: Mapping[str | None, OperationDefinitionNode] = field(default_factory=dict)
    fragments: Mapping[str, FragmentDefinitionNode] = field(default_factory=dict)
    declared: Mapping[str | None, tuple[Declared, ...]] = field(default_factory=dict)
    introspects: bool = False

    def chosen(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation of this name; without a name, the only one."""
        if name is None:
            return next(iter(self.operations.values())) if len(self.operations) == 1 else None
        return self.operations.get(name)


class Documents:
    """The documents that were right, as many as fit; a wrong one costs its sender the same again."""

    def __init__(self) -> None:
        self._cache: WeightedCache[str, Operations] = WeightedCache(MOST_DOCUMENT_BYTES)

    @property
    def weight(self) -> int:
        """About how many bytes are kept."""
        return self._cache.weight

    def get(self, text: str) -> Operations | None:
        """The document of this text, if it is remembered."""
        return self._cache.get(text)

    def put(self, text: str, operations: Operations) -> Operations:
        """Remember a document, unless it has errors."""
        return operations if operations.errors else self._cache.put(text, operations, weight_of(text))


def weight_of(text: str) -> int:
    """About how many bytes a document takes that was read from this text."""
    return BYTES_OF_A_DOCUMENT + len(text) * BYTES_OF_A_CHARACTER


class _Parser(Parser):
    """GraphQL's parser, which pauses between two tokens and says its bound as the gateway says all bounds."""

    @override
    def advance_lexer(self) -> None:
        checkpoint()
        super().advance_lexer()

    def let_tokens_go(self) -> None:
        """Part each token from its neighbours, whom nobody asks for any more.

        A chain that leads both ways is freed by the collector alone, and the gateway's looks seldom at what is old: a
        thousand documents left 40 MB.
        """
        token: Token | None = self._lexer.token
        while token and token.next:
            token = token.next
        while token:
            token.next, token.prev, token = None, None, token.prev


def read(schema: GraphQLSchema, text: str) -> Operations:
    """Read and validate a document; `DocumentTooLarge` before any work that grows faster than the text."""
    try:
        document = _parsed(text)
        introspects = measure(document)
    except GraphQLError as error:
        return Operations(None, (error,))
    errors = _errors(schema, document)
    if errors and errors[-1].message == ABORTED:
        raise DocumentTooLarge(bound="comparisons of fields and fragments", most=MOST_COMPARISONS)
    if errors:
        return Operations(document, tuple(errors), introspects=introspects)
    defined: list[Any] = list(document.definitions)
    operations = {
        each.name.value if each.name else None: each for each in defined if isinstance(each, OperationDefinitionNode)
    }
    return Operations(
        document,
        operations=operations,
        fragments={each.name.value: each for each in defined if isinstance(each, FragmentDefinitionNode)},
        declared={name: declared_variables(schema, each) for name, each in operations.items()},
        introspects=introspects,
    )


def _errors(schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    """What the rules say; they are emptied at their end, for each holds the document and is itself a circle."""
    made: list[ParallelVisitor] = []

    def all_rules(context: ValidationContext) -> ParallelVisitor:
        made.append(ParallelVisitor([rule(context) for rule in RULES]))
        return made[0]

    one: Any = all_rules
    try:
        return validate(schema, document, [one], max_errors=MOST_ERRORS, hide_suggestions=True)
    finally:
        for together in made:
            for each in (*together.visitors, together):
                vars(each).clear()


def _parsed(text: str) -> DocumentNode:
    parser = _Parser(text, max_tokens=MOST_TOKENS)
    try:
        return parser.parse_document()
    except RecursionError:
        bound, most = "nesting", MAX_NESTING_DEPTH
    except GraphQLError as error:
        if not error.message.endswith("tokens. Parsing aborted."):
            raise
        bound, most = "tokens", MOST_TOKENS
    finally:
        parser.let_tokens_go()
    raise DocumentTooLarge(bound=bound, most=most)
