"""Inputs of commands that others than the command itself know."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Day, Personal, whole_number
from korpu_partners.letters.domain.lifecycle import Delivery, Direction, Nature, Priority
from korpu_partners.letters.fields import About, Correspondents, Known, Languages, Note, Number, Person, Unit
from korpu_partners.letters.parts import Office


class EnterOldLetter(Creates):
    """A letter as an older register has it: with its number and day, and nothing left to be done."""

    direction: Direction
    number: Annotated[int, Field(ge=1, le=999_999), whole_number]
    registered_on: Day
    correspondents: Correspondents
    our_office: Office | None = None
    subject: About
    their_number: Number | None = None
    their_date: Day | None = None
    languages: Languages = ()
    delivery: Delivery = Delivery.POST
    unit: Unit | None = None
    person: Annotated[Person | None, Personal] = None
    note: Annotated[Note | None, Personal] = None


class RegisterLetter(Creates):
    """A letter that has come in, goes out or stays inside; the register gives it its number and date."""

    direction: Direction
    correspondents: Correspondents
    our_office: Annotated[Office | None, Field(description="A function: whom it reached, or who signed.")] = None
    subject: About
    travelled_on: Annotated[Day | None, Field(description="When it came or went; today, if left out.")] = None
    their_number: Number | None = None
    their_date: Day | None = None
    languages: Languages = ()
    delivery: Delivery = Delivery.POST
    nature: Nature = Nature.OFFICIAL
    wants_answer: Annotated[bool | None, Field(description="If left out: what comes in does.")] = None
    due: Annotated[Day | None, Field(description="If left out, the rule for letters that come in says it.")] = None
    priority: Priority = Priority.NORMAL
    assignee: Subject | None = None
    backup: Subject | None = None
    unit: Unit | None = None
    confidential: Annotated[bool, Field(description="Neither the subject is published nor a coordinator told.")] = False
    answers_id: Annotated[UUID | None, Field(description="The letter that this one answers.")] = None
    person: Annotated[Person | None, Personal] = None
    note: Annotated[Note | None, Personal] = None
    not_duplicate_of: Known = ()
