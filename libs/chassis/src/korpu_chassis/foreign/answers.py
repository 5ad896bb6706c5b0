"""Answers that others give on a topic to what was asked of them: of the right form, the newest, and fit to be read."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from korpu_chassis.messaging.envelope import AUTHORITY, Incoming
from korpu_chassis.refusals import Refusal, wording
from korpu_chassis.validation.codes import Text
from korpu_chassis.validation.public_text import PublicInput

WORDS = ("accepted", "rejected", "done")


class AnswerMalformed(Refusal):
    """An answer names a request, which is also its key and subject, and who answers."""

    code = "answer-malformed"
    status = 422
    text = wording()["answer-malformed"]


class AnswerTypeUnknown(Refusal):
    """The type of the message is the answer."""

    code = "answer-type-unknown"
    status = 422
    text = wording()["answer-type-unknown"]


class AnswerContradictsItself(Refusal):
    """The body does not say another thing than the type."""

    code = "answer-contradicts-type"
    status = 422
    text = wording()["answer-contradicts-type"]


class AnswerOutdated(Refusal):
    """The newer version decides; what is not newer changes nothing."""

    code = "answer-outdated"
    text = wording()["answer-outdated"]


class AnswerReasonUnfit(Refusal):
    """What is said with an answer is readable by many: some words, and nobody's data."""

    code = "answer-reason-unfit"
    status = 422
    text = wording()["answer-reason-unfit"]


@dataclass(frozen=True)
class Form:
    """How answers are written: which field names who answers, and how their types begin."""

    by: str
    types: str


class Answer(BaseModel):
    """What somebody answers to what was asked; the type of the message says it, and the body may repeat it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    request_id: UUID
    by: str
    answer: str | None = None
    revision: int | None = None
    reason: str | None = None
    owner: Annotated[str | None, Field(description="Which service asked.")] = None


class Said(PublicInput):
    """What is said with an answer: free text that goes out again."""

    model_config = ConfigDict(str_strip_whitespace=True)

    reason: Text


def owner_of(message: Incoming | None) -> str | None:
    """Whose question a message answers, as far as it says so."""
    named = message.state.get("owner") if message else None
    return named if isinstance(named, str) else None


def word_of(message: Incoming, form: Form) -> str:
    """What is answered: the type of the message."""
    for word in WORDS:
        if message.type == f"{AUTHORITY}.{form.types}.{word}.v1":
            return word
    raise AnswerTypeUnknown


def answer_of(message: Incoming, form: Form) -> Answer:
    """The body of an answer; it names what it answers, as its subject does, and says nothing else than its type."""
    word = word_of(message, form)
    try:
        heard = Answer.model_validate({**message.state, "by": message.state.get(form.by)})
    except ValidationError:
        raise AnswerMalformed from None
    if heard.request_id != message.subject or heard.answer not in (None, *WORDS):
        raise AnswerMalformed
    if heard.answer not in (None, word):
        raise AnswerContradictsItself(type=word, answer=heard.answer)
    return heard


def reason_of(heard: Answer) -> str | None:
    """What was said with the answer; no blank text, and none that looks like personal data."""
    if heard.reason is None:
        return None
    try:
        return Said(reason=heard.reason).reason
    except ValidationError:
        raise AnswerReasonUnfit from None


def require_newer(version: int, known: int | None) -> None:
    """The newer answer decides; one that is not newer changes nothing."""
    if known is not None and version <= known:
        raise AnswerOutdated(version=version, known=known)
