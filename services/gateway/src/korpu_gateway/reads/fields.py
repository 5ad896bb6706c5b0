"""Fields of the portal's language: each says once where its value lives, for ordinary execution and for plans."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self, TypeVar

import orjson
from graphql import FieldNode, GraphQLObjectType, GraphQLOutputType, get_named_type
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.field import FieldType, StrawberryField
from strawberry.types.unset import UNSET
from strawberry.utils.str_converters import to_camel_case
from typing_extensions import override

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.readmodel.columns import WORDS
from korpu_gateway.reads.arguments import arguments
from korpu_gateway.reads.kinds import TYPES
from korpu_gateway.reads.leaves import PLAIN, finished, json_at
from korpu_gateway.reads.permissions import Rows, Rules, everything, grants, readable

if TYPE_CHECKING:
    from korpu_gateway.reads.compiler import Compiler
    from korpu_gateway.reads.reading import Reading


@dataclass(frozen=True)
class Asking:
    """Who asks a computed field, in which language, when, and with which arguments."""

    principal: Principal
    language: str
    now: datetime
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Site:
    """One place in an operation where a field is asked: what is known while its plan is made."""

    compiler: "Compiler"
    base: str
    """The JSON that the field reads, in SQL."""
    row: str | None
    """The alias of the row, when the field is of a whole document."""
    owner: GraphQLObjectType
    type: GraphQLOutputType
    nodes: Sequence[FieldNode]
    arguments: Mapping[str, Any]

    def key(self, path: tuple[str, ...]) -> str:
        """The id at a path, in SQL."""
        if self.row and path == ("id",):
            return f"{self.row}.id"
        return f"({json_at(self.base, path[:-1])}->>'{path[-1]}')::uuid"


class Source(ABC):
    """Where the value of a field comes from."""

    def arguments(self) -> list[StrawberryArgument]:
        """What the field may be asked with."""
        return []

    def named(self, name: str) -> None:  # noqa: B027 - most sources do not care
        """The name under which the field is declared."""

    @abstractmethod
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        """The value, in ordinary execution; perhaps to be awaited."""

    @abstractmethod
    def sql(self, site: Site) -> str:
        """The value as JSON text, in a plan."""


class Uncompiled(Source):
    """A value that only ordinary execution gives."""

    @override
    def sql(self, site: Site) -> str:
        return site.compiler.give_up(site)


class ReadField(StrawberryField):
    """A field with a source; shown to everybody, or by rules like those of whole documents."""

    def __init__(self, source: Source, seen_by: Rules | None = None, **given: Any) -> None:
        super().__init__(**given)
        self.source = source
        self.seen_by = seen_by

    def __set_name__(self, owner: type, name: str) -> None:
        self.source.named(name)

    def __copy__(self) -> Self:
        return type(self)(
            self.source,
            self.seen_by,
            python_name=self.python_name,
            graphql_name=self.graphql_name,
            type_annotation=self.type_annotation,
            origin=self.origin,
            description=self.description,
        )

    @property
    def is_basic_field(self) -> bool:
        """Never: every value is looked up through the source."""
        return False

    @property
    def arguments(self) -> list[StrawberryArgument]:
        """What the field may be asked with."""
        return self.source.arguments()

    @arguments.setter
    def arguments(self, value: list[StrawberryArgument]) -> None:
        """Strawberry sets nothing here: the source says it."""

    def shown_to(self, granted: frozenset[str]) -> Rows:
        """In which documents a caller with these grants sees the value."""
        return everything if self.seen_by is None else readable(self.seen_by, granted)

    def get_result(self, source: Any, info: Any, args: list[Any], kwargs: Any) -> Any:  # noqa: ARG002 - Strawberry's
        """The value in ordinary execution."""
        reading: Reading = info.context
        if not self.shown_to(grants(reading.principal)).holds(source, reading.principal):
            return None
        raw = info._raw_info  # noqa: SLF001 - both paths read the arguments from the same place
        asked = arguments(raw.parent_type.fields[raw.field_name], raw.field_nodes[0], raw.variable_values)
        return self.source.resolve(source, reading, asked)

    def resolve_type(self, *, type_definition: StrawberryObjectDefinition | None = None) -> FieldType:
        """The type, whose annotation may name any type of the portal's language."""
        if self.type_annotation:
            self.type_annotation.namespace = {**TYPES, **(self.type_annotation.namespace or {})}
        return super().resolve_type(type_definition=type_definition)


def argument(name: str, type_: Any, default: Any = UNSET) -> StrawberryArgument:
    """One argument of a field; without a default it is what the type says: optional, or demanded."""
    return StrawberryArgument(name, None, StrawberryAnnotation(type_, namespace=TYPES), default=default)


class At(Source):
    """The value that stands in the document at a path: a word, a part, or a list of them."""

    def __init__(self, path: str | None) -> None:
        self.path = tuple(path.split(".")) if path else ()

    @override
    def named(self, name: str) -> None:
        self.path = self.path or (name,)

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return dig(value, self.path)

    @override
    def sql(self, site: Site) -> str:
        return site.compiler.value(site.type, site.nodes, site.base, self.path)


class Called(Source):
    """What the thing is called in the caller's language."""

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return dig(value, (WORDS, "name", reading.language))

    @override
    def sql(self, site: Site) -> str:
        return site.compiler.value(site.type, site.nodes, site.base, (WORDS, "name", site.compiler.language))


def dig(value: Any, path: tuple[str, ...]) -> Any:
    """What stands in the document at a path; nothing where the path ends early."""
    for step in path:
        if not isinstance(value, dict):
            return None
        value = value.get(step)
    return value


class Computed(Source):
    """A pure function of some values of the document and of the asker: filled into a plan's answer by Python."""

    def __init__(self, function: Any, inputs: Sequence[str], given: Sequence[StrawberryArgument]) -> None:
        self._function = function
        self._inputs = [tuple(each.split(".")) for each in inputs]
        self._arguments = list(given)

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return self._arguments

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        return self._function(reading.asking(given), *(dig(value, path) for path in self._inputs))

    @override
    def sql(self, site: Site) -> str:
        values = "||','||".join(f"coalesce(({json_at(site.base, path)})::text,'null')" for path in self._inputs)
        return site.compiler.hole(self._function, site.arguments, f"'['||{values}||']'")


class Looked(Source):
    """A number that other documents hold, by one scalar subquery; `{name}` stands for an input or an argument."""

    def __init__(self, statement: str, inputs: Mapping[str, str], given: Sequence[StrawberryArgument]) -> None:
        self._statement = statement
        self._inputs = dict(inputs)
        self._arguments = list(given)

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return self._arguments

    @override
    def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        inputs = tuple(_as_text(value.get(name)) for name in self._inputs)
        return reading.loaders.looked(self._statement, tuple(self._inputs.items()), self._asked(given)).load(inputs)

    @override
    def sql(self, site: Site) -> str:
        names = {name: f"({site.base}->>'{name}')::{type_}" for name, type_ in self._inputs.items()}
        asked = {name: site.compiler.bind(value, "text") for name, value in self._asked(site.arguments).items()}
        found = f"({self._statement.format(**names, **asked)})::text"
        return finished(site.type, f"""'"'||{found}||'"'""" if get_named_type(site.type).name in PLAIN else found)

    def _asked(self, given: Mapping[str, Any]) -> dict[str, Any]:
        return {each.python_name: given[to_camel_case(each.python_name)] for each in self._arguments}


def _as_text(value: Any) -> Any:
    return orjson.dumps(value).decode() if isinstance(value, list | dict) else value


def sourced(source: Source, description: str | None = None) -> Any:
    """A field whose value comes from a source of its own."""
    return ReadField(source, description=description)


def at(path: str | None = None, *, name: str | None = None, seen_by: Rules | None = None) -> Any:
    """The value at this path of the document; without a path, under the field's own name."""
    return ReadField(At(path), seen_by, graphql_name=name)


def called() -> Any:
    """The name in the caller's language, as it was prepared when the document was kept."""
    return ReadField(Called())


F = TypeVar("F", bound=Callable[..., Any])


def same_for_all(function: F) -> F:
    """What this function makes is the same for all callers of the same roles and language: subscribers share it."""
    function.same_for_all = True  # type: ignore[attr-defined]
    return function


def computed(function: Any, *inputs: str, given: Sequence[StrawberryArgument] = ()) -> Any:
    """What this pure function makes of some values of the document."""
    return ReadField(Computed(function, inputs, given))


def looked(statement: str, *given: StrawberryArgument, **inputs: str) -> Any:
    """What one scalar subquery answers; inputs are values of the document with their SQL types."""
    return ReadField(Looked(statement, inputs, given))
