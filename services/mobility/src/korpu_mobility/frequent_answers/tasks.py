"""What waits for whom about a published answer: that a draft is read, and published."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_mobility.frequent_answers.domain import AnswerStatus
from korpu_mobility.frequent_answers.tables import FrequentAnswer


def tasks_of(answer: FrequentAnswer) -> Iterator[Task]:
    """Everything that waits for somebody, as the answer stands."""
    if answer.status == AnswerStatus.DRAFT:
        yield Task(("PublishFrequentAnswer",))
