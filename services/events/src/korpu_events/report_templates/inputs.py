"""What is said of a template of reports."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_events.report_templates.parts import AskedFigure, Name, Question


class ReportQuestion(BaseModel):
    """A question to units; one that keeps its name keeps the translations of its words."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: Annotated[Name, Field(description="Its name for good, by which an answer is told apart and compared.")]
    words: Texts
    required: Annotated[bool, Field(description="Whether a part can be handed in without an answer to it.")] = True

    def asked(self, before: Question | None = None) -> Question:
        """The question as the template keeps it."""
        words = before.words.edited(self.words) if before else LocalizedText.of(self.words)
        return Question(id=self.id, words=words, required=self.required)


AskedFigures = Annotated[
    tuple[AskedFigure, ...], Field(max_length=40, description="The indicators, by their codes, in the order of print.")
]
Questions = Annotated[
    tuple[ReportQuestion, ...], Field(max_length=30, description="In the order in which units answer.")
]
