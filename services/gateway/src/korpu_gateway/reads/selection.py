"""What is asked of an object: its fields under their response keys, fragments opened and directives obeyed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    get_directive_values,
)
from graphql.execution.values import VariableValues

Selection = Mapping[str, Sequence[FieldNode]]


@dataclass(frozen=True)
class Asked:
    """The operation around a selection: its fragments and its variables."""

    fragments: Mapping[str, FragmentDefinitionNode]
    variables: dict[str, Any]

    def of(self, type_: GraphQLObjectType, sets: Sequence[SelectionSetNode | None]) -> Selection:
        """The fields asked of an object of this type, in the order of the answer; equal response keys are merged."""
        found: dict[str, list[FieldNode]] = {}
        seen: set[str] = set()
        for each in sets:
            for node in self._fields(type_, each, seen):
                key = node.alias.value if node.alias else node.name.value
                found.setdefault(key, []).append(node)
        return found

    def below(self, type_: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Selection:
        """The fields asked of what these merged fields lead to."""
        return self.of(type_, [node.selection_set for node in nodes])

    def _fields(self, type_: GraphQLObjectType, sets: SelectionSetNode | None, seen: set[str]) -> Iterator[FieldNode]:
        for node in sets.selections if sets else ():
            if not self._wanted(node):
                continue
            if isinstance(node, FieldNode):
                yield node
            elif isinstance(node, InlineFragmentNode):
                if node.type_condition is None or _applies(node.type_condition.name.value, type_):
                    yield from self._fields(type_, node.selection_set, seen)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in seen:
                seen.add(node.name.value)
                fragment = self.fragments[node.name.value]
                if _applies(fragment.type_condition.name.value, type_):
                    yield from self._fields(type_, fragment.selection_set, seen)

    def _wanted(self, node: SelectionNode) -> bool:
        if not node.directives:
            return True
        values = VariableValues({}, self.variables)
        skip = get_directive_values(GraphQLSkipDirective, node, values)
        include = get_directive_values(GraphQLIncludeDirective, node, values)
        return not (skip and skip["if"]) and (include is None or bool(include["if"]))


def _applies(condition: str, type_: GraphQLObjectType) -> bool:
    return condition == type_.name or any(condition == each.name for each in type_.interfaces)
