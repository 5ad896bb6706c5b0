"""What a command answers."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel


class Warned(BaseModel):
    """A warning in an answer: it was done, but look at this."""

    code: str
    message: str
    path: str | None = None


class Answer(BaseModel):
    """What a command answers: the aggregate as it now is, and what to look at."""

    id: UUID
    version: int
    status: str
    state: dict[str, Any]
    warnings: list[Warned] = []
    epoch: int = 0
