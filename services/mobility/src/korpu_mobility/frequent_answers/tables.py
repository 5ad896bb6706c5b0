"""Published answers as they are kept."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlmodel import Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, part
from korpu_mobility.tables import Table


class FrequentAnswer(Aggregate, Table, table=True):
    """A question that is asked often, and its answer."""

    __tablename__ = "frequent_answer"

    topic: str
    question: LocalizedText = part(LocalizedText, nullable=False)
    answer: LocalizedText = part(LocalizedText, nullable=False)
    opportunity_id: UUID | None = Field(default=None, index=True)
    published_on: date | None = None
    reason: str | None = None

    @property
    def texts(self) -> Mapping[str, LocalizedText]:
        """Every text that everybody reads, by its name."""
        return {"question": self.question, "answer": self.answer}
