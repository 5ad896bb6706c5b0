"""Inputs of commands that several of them know."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.validation.codes import HttpUrl
from korpu_events.events.parts import EventBudgetLine, People
from korpu_events.fields import Moment, PlaceCode, Title

Capacity = Annotated[People | None, Field(description="How many people have a place; unlimited, if left out.")]
Link = Annotated[HttpUrl | None, Field(description="For taking part from elsewhere; only the registered are told it.")]
Budget = Annotated[tuple[EventBudgetLine, ...], Field(max_length=100)]
Closes = Annotated[Moment | None, Field(description="When registration closes; when it begins, if left out.")]


class SessionInput(Changes):
    """One hour of an event: what, when, who speaks and interprets, and in which room."""

    title: Title
    starts: Moment
    ends: Moment
    speakers: Annotated[tuple[UUID, ...], Field(max_length=30)] = ()
    interpreters: Annotated[tuple[UUID, ...], Field(max_length=10)] = ()
    room: Annotated[PlaceCode | None, Field(description="As it is called, in any of its spellings.")] = None
    room_id: Annotated[UUID | None, Field(description="Or the room of the office's list.")] = None
