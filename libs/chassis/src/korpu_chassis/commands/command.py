"""The inputs of commands."""

from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from korpu_chassis.refusals import wrong
from korpu_chassis.validation.codes import Count, Key
from korpu_chassis.validation.public_text import PublicInput


class Command(PublicInput):
    """What somebody asks for; unknown fields and loose types are refused, and personal data in what is published."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    idempotency_key: Annotated[Key | None, Field(description="The same key and body give the same answer once.")] = None

    @property
    def waits_at(self) -> UUID | None:
        """The row for which all wait who give this command about one thing, if there is one."""
        return None


class Creates(Command):
    """The input of a command that makes an aggregate."""


class Changes(Command):
    """The input of a command that changes an aggregate."""

    id: Annotated[UUID, Field(description="The aggregate that is changed.")]
    seen: Annotated[Count | None, Field(description="The version that the caller saw.")] = None

    @property
    def waits_at(self) -> UUID | None:
        """What is changed is taken first."""
        return self.id


class Corrects(Changes):
    """The input of a command that writes down what it names, and leaves the rest; one that names nothing is refused."""

    model_config = ConfigDict(json_schema_extra=lambda said, command: said.update(anyOf=_one_of_these(command)))

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if all(getattr(self, each["required"][0]) in (None, ()) for each in _one_of_these(type(self))):
            raise wrong("nothing-given")
        return self


def _one_of_these(command: type[BaseModel]) -> list[dict[str, Any]]:
    named = [name for name, each in command.model_fields.items() if not each.is_required()]
    return [{"required": [name]} for name in named if name not in Changes.model_fields]
