"""Nothing personal reaches a topic: what a message carries is made of fields that are not classed as personal."""

import importlib
import typing
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, BaseModel

from korpu_chassis.commands.state import Fact, State
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.runtime.assembly import Service
from korpu_chassis.validation.codes import Email, Iban, Mailbox, Personal, Phone

OWNERS = ("partners", "mobility", "events")
# How a person's data is named; a public field of such a name would be one that somebody forgot to class.
TELLING = {
    "first_name", "given_name", "family_name", "surname", "full_name", "birth_date", "born_on", "passport_number",
    "phone", "visa", "health", "photo", "native_name", "university_number",
}  # fmt: skip


class Guest(BaseModel):
    """A part with a personal field, deep inside what is tried."""

    nickname: Annotated[str | None, Personal] = None


class Table(BaseModel):
    guests: tuple[Guest, ...] | None = None


def service(owner: str) -> Service:
    found = importlib.import_module(f"korpu_{owner}.app").service
    assert isinstance(found, Service)
    return found


def published(owner: str) -> list[type[BaseModel]]:
    """Every model that the owner's messages are made of."""
    return [
        model for definition in service(owner).definitions for model in (definition.state, *definition.facts.values())
    ]


def fields(model: type[BaseModel], path: str = "", seen: tuple[Any, ...] = ()) -> Iterator[tuple[str, bool]]:
    """Each field below a model, and whether it is classed as personal."""
    hints = typing.get_type_hints(model, include_extras=True)
    for name in model.model_fields:
        where = f"{path or model.__name__}.{name}"
        yield where, is_personal(hints[name])
        for inner in models_in(hints[name]):
            if inner not in seen:
                yield from fields(inner, where, (*seen, model))


def is_personal(hint: Any) -> bool:
    marks = getattr(hint, "__metadata__", ())
    return any(mark is Personal or isinstance(mark, Personal) for mark in marks) or any(
        is_personal(part) for part in typing.get_args(hint) if typing.get_origin(hint) is not typing.Literal
    )


def models_in(hint: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and not typing.get_origin(hint) and issubclass(hint, BaseModel):
        yield hint
    elif typing.get_origin(hint) in {Annotated, UnionType, typing.Union, tuple, list, dict, frozenset, set}:
        for part in typing.get_args(hint):
            yield from models_in(part)


@pytest.mark.parametrize("owner", OWNERS)
def test_no_message_carries_a_personal_field(owner: str) -> None:
    assert [where for model in published(owner) for where, personal in fields(model) if personal] == []


@pytest.mark.parametrize("owner", OWNERS)
def test_no_field_of_a_message_is_named_like_personal_data(owner: str) -> None:
    found = [where for model in published(owner) for where, _ in fields(model)]

    assert [where for where in found if where.rpartition(".")[2] in TELLING] == []


@pytest.mark.parametrize("owner", OWNERS)
def test_every_owner_publishes_something(owner: str) -> None:
    models = published(owner)

    assert any(issubclass(model, State) for model in models)
    assert any(issubclass(model, Fact) for model in models)


def test_a_personal_field_is_found_however_deep_it_is() -> None:
    assert ("Table.guests.nickname", True) in set(fields(Table))


def rules_of(hint: Any) -> list[Any]:
    """What is said beside each part of a type."""
    beside = list(getattr(hint, "__metadata__", ()))
    return beside + [rule for part in typing.get_args(hint) if not isinstance(part, str) for rule in rules_of(part)]


def narrows(hint: Any, to: Any) -> bool:
    """Whether a field is of this type, which its last rule tells."""
    own = [each for each in to.__metadata__ if isinstance(each, AfterValidator)]
    return own[-1] in rules_of(hint)


def inputs(owner: str) -> Iterator[tuple[str, Any]]:
    """Every field of every command of the owner, however deep, with its type; personal ones are left out."""
    for command in service(owner).commands():
        yield from open_fields(command.input, command.name)


def open_fields(model: type[BaseModel], path: str) -> Iterator[tuple[str, Any]]:
    hints = typing.get_type_hints(model, include_extras=True)
    for name in model.model_fields:
        if not is_personal(hints[name]):
            yield f"{path}.{name}", hints[name]
            for inner in models_in(hints[name]):
                yield from open_fields(inner, f"{path}.{name}")


@pytest.mark.parametrize("owner", OWNERS)
def test_addresses_telephones_and_accounts_of_an_input_stay_with_their_owner(owner: str) -> None:
    found = [
        where
        for where, hint in inputs(owner)
        if any(narrows(hint, each) for each in (Email, Phone, Iban)) and not narrows(hint, Mailbox)
    ]

    assert found == []


@pytest.mark.parametrize("owner", OWNERS)
def test_whoever_an_input_names_is_an_opaque_id(owner: str) -> None:
    named = {"assignee", "owner", "backup", "responsible", "actor"}
    found = [where for where, hint in inputs(owner) if where.rpartition(".")[2] in named and not narrows(hint, Subject)]

    assert found == []
