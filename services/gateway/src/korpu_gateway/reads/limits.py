"""What a document may hold: counted in one pass, before anything is done whose work grows faster than the text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any, Final

from graphql import (
    ASTValidationRule,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    specified_rules,
)
from graphql.validation import validation_context
from graphql.validation.rules import overlapping_fields_can_be_merged

from korpu_gateway.reads.cooperative import checkpoint
from korpu_gateway.reads.refused import DocumentTooLarge

MOST_TOKENS: Final = 2_000
"""Ten times the standard introspection query, and five times the portal's longest operation."""
MOST_OPERATIONS: Final = 20
"""A tool sends the few operations of one file; each is validated by itself."""
MOST_FRAGMENTS: Final = 60
"""A fragment for each kind of thing, and some of the portal's own."""
MOST_SPREADS: Final = 200
"""Written in the whole document; opened fragments are counted by their fields."""
DEEPEST: Final = 14
DEEPEST_INTROSPECTION: Final = 16
"""graphql-js and graphql-core ask for the schema 15 levels deep."""
MOST_ALIASES: Final = 60
"""Of one operation, fragments opened: an alias asks for the same thing once more."""
MOST_FIELDS: Final = 2_000
"""Of one operation, fragments opened: each is written into the statement."""
MOST_REPEATS: Final = 10
"""Of one response key in one selection: a client that merges badly repeats a field once for each of its parts."""
MOST_INTROSPECTIONS: Final = 2
"""`__schema` and `__type` in one operation: the whole schema is a megabyte."""
MOST_COMPARISONS: Final = 5_000
"""Units of graphql-core's budget for comparing fields of one response key, some 3 µs each; the portal needs 3."""
MOST_FRAGMENT_WORK: Final = 2_000
"""Units of graphql-core's budget for following fragments from each operation."""

overlapping_fields_can_be_merged.MAX_COMPLEXITY_BUDGET = MOST_COMPARISONS
validation_context.MAX_FRAGMENT_WORK = MOST_FRAGMENT_WORK


@dataclass(frozen=True, slots=True)
class Size:
    """What a selection holds with its fragments opened; paths into the schema itself are measured apart."""

    fields: int = 0
    aliases: int = 0
    introspections: int = 0
    depth: int = 0
    schema_depth: int = 0

    def beside(self, other: "Size") -> "Size":
        """Both in one selection."""
        return Size(
            self.fields + other.fields,
            self.aliases + other.aliases,
            self.introspections + other.introspections,
            max(self.depth, other.depth),
            max(self.schema_depth, other.schema_depth),
        )

    def of_schema(self) -> "Size":
        """The same, as a part of the schema's description."""
        return Size(self.fields, self.aliases, self.introspections, 0, max(self.depth, self.schema_depth))


NOTHING = Size()


def measure(document: DocumentNode) -> bool:
    """Whether the document asks for the schema; refused when it is larger than what is read.

    A fragment is measured once, after those that it spreads, so that the work grows as the text does however often
    fragments spread each other. A circle of fragments is a `GraphQLError` in the words of the specification.
    """
    nodes = list(document.definitions)
    operations = [each for each in nodes if isinstance(each, OperationDefinitionNode)]
    fragments = {each.name.value: each for each in nodes if isinstance(each, FragmentDefinitionNode)}
    _require(len(operations), MOST_OPERATIONS, "operations")
    _require(len(nodes) - len(operations), MOST_FRAGMENTS, "fragments")
    spreads = {name: Counter(_spreads(each.selection_set)) for name, each in fragments.items()}
    written = sum(spread.total() for spread in spreads.values())
    written += sum(1 for each in operations for _ in _spreads(each.selection_set))
    _require(written, MOST_SPREADS, "fragment spreads")
    sizes: dict[str, Size] = {}
    for name in _in_order(spreads):
        if name in fragments:
            fragment = fragments[name]
            size = _size(fragment.selection_set, sizes)
            sizes[name] = size.of_schema() if fragment.type_condition.name.value.startswith("__") else size
    found = [_bounded(_size(each.selection_set, sizes)) for each in operations]
    return any(each.introspections for each in (*found, *sizes.values()))


def _in_order(spreads: Mapping[str, Iterable[str]]) -> Iterable[str]:
    try:
        return tuple(TopologicalSorter(spreads).static_order())
    except CycleError as circle:
        raise GraphQLError(f"Cannot spread fragment '{circle.args[1][0]}' within itself.") from None


def _spreads(selections: SelectionSetNode | None) -> Iterator[str]:
    waiting = [selections]
    while waiting:
        held = waiting.pop()
        for node in held.selections if held else ():
            if isinstance(node, FragmentSpreadNode):
                yield node.name.value
            elif isinstance(node, FieldNode | InlineFragmentNode):
                waiting.append(node.selection_set)


def _size(selections: SelectionSetNode | None, sizes: Mapping[str, Size], *, part: bool = False) -> Size:
    """The size of a selection, or of an inline fragment as a part of one; the parser has bounded how deep it nests."""
    if selections is None:
        return NOTHING
    checkpoint()
    total = NOTHING
    for node in selections.selections:
        if isinstance(node, FieldNode):
            total = total.beside(_field(node, sizes))
        elif isinstance(node, FragmentSpreadNode):
            total = total.beside(sizes.get(node.name.value, NOTHING))
        elif isinstance(node, InlineFragmentNode):
            total = total.beside(_size(node.selection_set, sizes, part=True))
    if not part:
        keys = Counter(_keys(selections))
        _require(max(keys.values(), default=0), MOST_REPEATS, "repeats of one field in one selection")
    return total


def _keys(selections: SelectionSetNode) -> Iterator[tuple[str, str]]:
    """The response keys of one selection, each with the type that the inline fragments around it ask for."""
    waiting = [(selections, "")]
    while waiting:
        held, of_type = waiting.pop()
        for node in held.selections:
            if isinstance(node, FieldNode):
                yield of_type, node.alias.value if node.alias else node.name.value
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                waiting.append((node.selection_set, condition.name.value if condition else of_type))


def _field(node: FieldNode, sizes: Mapping[str, Size]) -> Size:
    below = _size(node.selection_set, sizes)
    introspects = node.name.value in {"__schema", "__type"}
    size = Size(
        1 + below.fields,
        (node.alias is not None) + below.aliases,
        introspects + below.introspections,
        1 + below.depth,
        1 + below.schema_depth if below.schema_depth else 0,
    )
    return size.of_schema() if introspects else size


def _bounded(size: Size) -> Size:
    _require(size.depth, DEEPEST, "levels")
    _require(size.schema_depth, DEEPEST_INTROSPECTION, "levels of the schema")
    _require(size.aliases, MOST_ALIASES, "aliases")
    _require(size.fields, MOST_FIELDS, "fields with all fragments opened")
    _require(size.introspections, MOST_INTROSPECTIONS, "questions about the schema")
    return size


def _require(count: int, most: int, bound: str) -> None:
    if count > most:
        raise DocumentTooLarge(bound=bound, most=most)


class Checkpoints(ASTValidationRule):
    """Lets validation pause at every node."""

    def enter(self, *_: Any) -> None:
        """Pause here when the slice is over."""
        checkpoint()


class NoNul(ASTValidationRule):
    """Refuses a text that no database keeps, also where it is written into the operation itself."""

    def enter_string_value(self, node: StringValueNode, *_: Any) -> None:
        """Look at one text."""
        if "\0" in node.value:
            self.report_error(GraphQLError("A text holds NUL", node))


RULES: tuple[type[ASTValidationRule], ...] = (Checkpoints, *specified_rules, NoNul)
