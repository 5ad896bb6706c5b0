"""The mutations of the schema: one for each command of each contract."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Self

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.tools import create_type
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_camel_case

from korpu_gateway.mutations.contracts import Command, Contract, united
from korpu_gateway.mutations.enums import Enums
from korpu_gateway.mutations.execution import Asked, Performing
from korpu_gateway.mutations.inputs import Inputs
from korpu_gateway.mutations.refused import Refusal
from korpu_gateway.mutations.scalars import Typed
from korpu_gateway.reads.arguments import arguments
from korpu_gateway.reads.declared import snake
from korpu_gateway.reads.kinds import ENUMS, KINDS
from korpu_gateway.reads.reading import Reading
from korpu_gateway.reads.refused import TooCostly

INPUT, INPUTS = "input", "inputs"
SEVERAL: Mapping[str, str] = {
    "NominatePerson": "nominate_people",
    "MakeAttendanceCertificate": "make_attendance_certificates",
}
"""Commands that may be asked for several things in one step; each is answered for itself, in the order given."""
MOST_AT_ONCE = 50
TOLD = (
    "What may be done; each answers the thing, or why not. Ids are global ids or the aggregates' own. Warnings stand in"
    " `extensions.warnings`; `extensions.readModel` is `behind` when the next query may not show the change yet."
)


class CommandField(StrawberryField):
    """The mutation that performs one command."""

    def __init__(self, performing: Performing, input_type: Any, **given: Any) -> None:
        super().__init__(**given)
        self._performing = performing
        self._input_type = input_type

    def __copy__(self) -> Self:
        return type(self)(
            self._performing,
            self._input_type,
            python_name=self.python_name,
            graphql_name=self.graphql_name,
            type_annotation=self.type_annotation,
            description=self.description,
        )

    @property
    def is_basic_field(self) -> bool:
        """Never: the owner is asked."""
        return False

    @property
    def arguments(self) -> list[StrawberryArgument]:
        """The input of the command."""
        return [StrawberryArgument(INPUT, None, StrawberryAnnotation(self._input_type))]

    @arguments.setter
    def arguments(self, value: list[StrawberryArgument]) -> None:
        """Strawberry sets nothing here: the contract says it."""

    def get_result(self, source: Any, info: Any, args: list[Any], kwargs: Any) -> Any:  # noqa: ARG002 - Strawberry's
        """Perform the command; what was not given stays not given."""
        raw = info._raw_info  # noqa: SLF001 - Strawberry's own input objects would forget what was not given
        reading: Reading = info.context
        given = arguments(raw.parent_type.fields[raw.field_name], raw.field_nodes[0], raw.variable_values)
        return self._perform(raw, given, reading)

    def _perform(self, raw: Any, given: Mapping[str, Any], reading: Reading) -> Any:
        name = str(raw.path.key)
        return self._performing(Asked(name, given[INPUT], _key(reading.headers, name, raw.operation)), reading)


class SeveralField(CommandField):
    """The mutation that performs one command for each of several inputs, one after the other."""

    @property
    def arguments(self) -> list[StrawberryArgument]:
        """An input for each."""
        return [StrawberryArgument(INPUTS, None, StrawberryAnnotation(list[self._input_type]))]  # type: ignore[name-defined]  # made at run time

    @arguments.setter
    def arguments(self, value: list[StrawberryArgument]) -> None:
        """Strawberry sets nothing here: the contract says it."""

    async def _perform(self, raw: Any, given: Mapping[str, Any], reading: Reading) -> Any:
        if len(given[INPUTS]) > MOST_AT_ONCE:
            raise TooCostly(most=MOST_AT_ONCE)
        name = str(raw.path.key)
        key = _key(reading.headers, name, raw.operation)
        answers = []
        for place, each in enumerate(given[INPUTS]):
            asked = Asked(f"{name}.{place}", each, f"{key}:{place}" if key else None)
            answers.append(await self._performing(asked, reading))
        return answers


def _key(headers: Mapping[bytes, bytes], name: str, operation: Any) -> str | None:
    """The request's key; each of several mutations has one of its own."""
    given = headers.get(b"idempotency-key")
    if given is None or len(operation.selection_set.selections) == 1:
        return given.decode("latin-1") if given else None
    return f"{given.decode('latin-1')}:{name}"


def mutation_type(contracts: Sequence[Contract]) -> type:
    """The mutation type of the schema."""
    inputs = Inputs(contracts, Enums(ENUMS))
    meanings = {refusal.code: refusal.meaning for contract in contracts for refusal in contract.refusals}
    fields = [field for each in united(contracts) for field in _fields(each, inputs.of(each), meanings)]
    return create_type("Mutation", fields, description=TOLD)


def _fields(command: Command, typed: Typed, meanings: Mapping[str, str]) -> Iterator[StrawberryField]:
    shown = KINDS[command.aggregate].shown
    name = f"{command.name}Result"
    union = strawberry.union(name, description=_told(command, meanings))
    answer: Any = Annotated[shown | Refusal, union]
    performing = Performing(command, typed.spell)
    yield CommandField(
        performing,
        typed.type,
        python_name=snake(command.name),
        graphql_name=to_camel_case(snake(command.name)),
        type_annotation=StrawberryAnnotation(answer),
        description=command.summary,
    )
    if several := SEVERAL.get(command.name):
        yield SeveralField(
            performing,
            typed.type,
            python_name=several,
            graphql_name=to_camel_case(several),
            type_annotation=StrawberryAnnotation(list[answer]),
            description=f"{command.summary} Several in one step: each is answered for itself, in the order given.",
        )


def _told(command: Command, meanings: Mapping[str, str]) -> str:
    """What the mutation may answer."""
    refusals = [f"- `{code}`: {meanings[code]}" for code in command.refuses]
    thing = command.aggregate.replace("_", " ")
    return "\n".join([f"The {thing} as it is afterwards, or a refusal.", *refusals])
