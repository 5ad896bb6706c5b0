"""The definition of published answers: their topic, who reads them, and how they are translated."""

from dataclasses import replace

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.translation import translates
from korpu_mobility.frequent_answers.state import FrequentAnswerState
from korpu_mobility.frequent_answers.tables import FrequentAnswer
from korpu_mobility.frequent_answers.tasks import tasks_of
from korpu_mobility.permissions import AUDITOR, EVERY_COORDINATOR, OFFICE

frequent_answers = AggregateDefinition(
    FrequentAnswer,
    state=FrequentAnswerState,
    topic="mobility.frequent-answers.v1",
    readers=(*OFFICE, AUDITOR, EVERY_COORDINATOR, replace(ANYONE, having="published_on")),
    tasks=tasks_of,
)
translates(frequent_answers, OFFICE, question="question", answer="answer")
