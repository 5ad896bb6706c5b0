"""Whether a template is used, and that what it holds can be told apart."""

from collections.abc import Hashable, Sequence
from enum import StrEnum

from korpu_events.report_templates.parts import AskedFigure, Question
from korpu_events.report_templates.refusals import AskedTwice, NothingAsked


class ReportTemplateStatus(StrEnum):
    """Whether reports are requested by it."""

    ACTIVE = "active"
    RETIRED = "retired"


def require_told_apart(indicators: Sequence[AskedFigure], questions: Sequence[Question]) -> None:
    """It asks for something, no figure twice in the same way, and each question has a name of its own."""
    if not indicators and not questions:
        raise NothingAsked("indicators")
    _require_once([each.alike for each in indicators], "indicators")
    _require_once([each.id for each in questions], "questions")


def _require_once(names: Sequence[Hashable], path: str) -> None:
    for place, name in enumerate(names):
        if name in names[:place]:
            raise AskedTwice(f"{path}.{place}")
