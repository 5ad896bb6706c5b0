"""Kept texts as they are kept."""

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, part
from korpu_mobility.tables import Table


class AnswerTemplate(Aggregate, Table, table=True):
    """A text in up to five languages from which answers are made."""

    __tablename__ = "answer_template"

    title: str
    topic: str
    text: LocalizedText = part(LocalizedText, nullable=False)
