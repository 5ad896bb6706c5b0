"""The input of `RecordCouncilDecision`, which others than the command itself know."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.validation.codes import Day, Text


class RecordCouncilDecision(Changes):
    """The scientific council's decision on the present text, as its minutes have it; it may approve several works."""

    number: Annotated[Text, Field(max_length=50)]
    on: Day
