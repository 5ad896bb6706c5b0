"""What an operation may cost, said before any work is done for it."""

from typing import Any

from graphql import (
    ASTValidationRule,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    ValidationContext,
    specified_rules,
)

MOST_TOKENS = 4_000
DEEPEST = 14
MOST_ALIASES = 60
MOST_FIELDS = 2_000


class Measure(ASTValidationRule):
    """Refuses operations that are too deep, or ask for too many fields or under too many names, fragments opened."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self._fields = 0
        self._aliases = 0
        self._told = False

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        """Measure one operation."""
        self._fields = self._aliases = 0
        self._told = False
        self._measure(node.selection_set, 1, ())

    def enter_string_value(self, node: StringValueNode, *_: Any) -> None:
        """Refuse a text that no database keeps, also where it is written into the operation itself."""
        if "\0" in node.value:
            self.report_error(GraphQLError("A text holds NUL", node))

    def _measure(self, held: SelectionSetNode | None, depth: int, within: tuple[str, ...]) -> None:
        for node in held.selections if held else ():
            if isinstance(node, FieldNode):
                self._fields += 1
                self._aliases += node.alias is not None
            if self._told or self._refused(depth):
                return
            if isinstance(node, FieldNode):
                self._measure(node.selection_set, depth + 1, within)
            elif isinstance(node, InlineFragmentNode):
                self._measure(node.selection_set, depth, within)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in within:
                fragment: FragmentDefinitionNode | None = self.context.get_fragment(node.name.value)
                self._measure(fragment.selection_set if fragment else None, depth, (*within, node.name.value))

    def _refused(self, depth: int) -> bool:
        for much, most, what in (
            (depth, DEEPEST, "deep"),
            (self._aliases, MOST_ALIASES, "many-named"),
            (self._fields, MOST_FIELDS, "wide"),
        ):
            if much > most:
                self._told = True
                self.report_error(GraphQLError(f"The operation is too {what}: at most {most}"))
        return self._told


RULES = (*specified_rules, Measure)
