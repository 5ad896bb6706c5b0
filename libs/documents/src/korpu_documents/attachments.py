"""A file as it hangs on a thing of the office."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import LanguageTag, Text

Sha256 = Annotated[
    str,
    Field(pattern="^[0-9a-f]{64}$", description="The hash that the upload answered.", examples=["0" * 64]),
]
Title = Annotated[Text, Field(max_length=300, description="What it is, for readers; no names of persons.")]


class Attachment(Part):
    """A file that hangs on something: what it is, and the hash of its content."""

    id: UUID
    title: Title
    sha256: Sha256
    media_type: str
    size: int
    language: LanguageTag | None = None
    added_on: date


FilesOf = Callable[[Any], Sequence[Attachment]]
May = Callable[[Any, Attachment, Principal], bool]


def whoever_reads_it(_aggregate: object, _attachment: Attachment, _who: Principal) -> bool:
    """Who may read a thing may have its files."""
    return True


def nobody(_aggregate: object, _attachment: Attachment) -> bool:
    """No file of it is for the public."""
    return False


def no_stranger(_aggregate: object, _attachment: Attachment, _who: Principal) -> bool:
    """Nobody who may not read a thing has a file of it."""
    return False


def itself(aggregate: Any) -> Sequence[UUID]:
    """A look at a file is written down under the thing on which it hangs."""
    return (aggregate.id,)


@dataclass(frozen=True)
class Hanging:
    """Where files hang in one aggregate: which its readers may have, which are lent, and which all may have.

    `about` are the ids under which the access log writes each look: the thing, and persons whom its files name.
    """

    definition: AggregateDefinition[Any]
    files_of: FilesOf
    may: May = whoever_reads_it
    public: Callable[[Any, Attachment], bool] = nobody
    lent: May = no_stranger
    about: Callable[[Any], Sequence[UUID]] = itself

    def gives(self, aggregate: Any, attachment: Attachment, who: Principal) -> bool:
        """Say whether this caller may have this file."""
        if self.public(aggregate, attachment) or self.lent(aggregate, attachment, who):
            return True
        return self.definition.shows(aggregate, who) and self.may(aggregate, attachment, who)
