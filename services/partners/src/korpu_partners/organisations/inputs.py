"""Inputs of commands that others than the command itself know."""

from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.validation.codes import Country, ErasmusCode, HttpUrl, Pic, Ror, SchacDomain, Text, Voen
from korpu_partners.organisations.parts import Kind, Name, Scope, Tag, in_small_letters

Names = Annotated[tuple[Name, ...], Field(min_length=1, max_length=40)]
Kinds = Annotated[tuple[Kind, ...], Field(min_length=1, max_length=5)]
Domains = Annotated[tuple[Annotated[SchacDomain, BeforeValidator(in_small_letters)], ...], Field(max_length=20)]
Tags = Annotated[tuple[Tag, ...], Field(max_length=30, description="Kept in lower case, each once.")]
Address = Annotated[Text, Field(max_length=300, description="Street, house and postal code, as letters are sent.")]
Known = Annotated[tuple[UUID, ...], Field(max_length=20, description="Known organisations that this one is not.")]


class RegisterOrganisation(Creates):
    """An organisation that the office did not know."""

    names: Names
    kinds: Kinds
    scope: Scope
    country: Country
    region: Text | None = None
    city: Text | None = None
    address: Address | None = None
    website: HttpUrl | None = None
    domains: Domains = ()
    ror: Ror | None = None
    pic: Pic | None = None
    erasmus_code: ErasmusCode | None = None
    voen: Voen | None = None
    parent_id: UUID | None = None
    tags: Tags = ()
    unit: Text | None = None
    source: Text | None = None
    not_duplicate_of: Known = ()
