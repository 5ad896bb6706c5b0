"""Inputs of commands that others than the command itself know."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_events.fields import Line, Moment, PlaceCode, Title
from korpu_events.visits.domain.vocabulary import ItemKind


class ItemInput(Changes):
    """One hour of a programme: what, when, where, with whom, and what it occupies."""

    kind: ItemKind
    title: Title
    starts: Moment
    ends: Moment
    place: Line | None = None
    host_id: Annotated[UUID | None, Field(description="The person who receives the guests.")] = None
    people: Annotated[tuple[UUID, ...], Field(max_length=30, description="Others of us who take part.")] = ()
    interpreters: Annotated[tuple[UUID, ...], Field(max_length=10, description="Interpreters of the visit.")] = ()
    room: Annotated[PlaceCode | None, Field(description="As it is called, in any of its spellings.")] = None
    room_id: Annotated[UUID | None, Field(description="Or the room of the office's list.")] = None
    car: Annotated[PlaceCode | None, Field(description="The number of the car.")] = None
    car_id: Annotated[UUID | None, Field(description="Or the car of the office's list.")] = None
    agreement_id: Annotated[UUID | None, Field(description="What is signed; a signing must name it.")] = None
