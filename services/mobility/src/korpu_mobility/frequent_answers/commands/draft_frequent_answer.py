"""`DraftFrequentAnswer`: write down a question that is asked often, with its answer."""

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_mobility.frequent_answers.aggregate import frequent_answers
from korpu_mobility.frequent_answers.domain import AnswerStatus
from korpu_mobility.frequent_answers.facts import FrequentAnswerDrafted
from korpu_mobility.frequent_answers.inputs import About, Asked
from korpu_mobility.frequent_answers.refusals import AnswerOpportunityUnknown
from korpu_mobility.frequent_answers.tables import FrequentAnswer
from korpu_mobility.opportunities.interface import story_of_opportunity
from korpu_mobility.permissions import OFFICE
from korpu_mobility.topics import Topic


class DraftFrequentAnswer(Creates):
    """The question and the answer as everybody may read them: without whoever asked."""

    topic: Topic
    question: Asked
    answer: Asked
    opportunity_id: About | None = None


@frequent_answers.creates(
    who=OFFICE, to=[AnswerStatus.DRAFT], emits=[FrequentAnswerDrafted], refuses=[AnswerOpportunityUnknown]
)
async def draft_frequent_answer(command: DraftFrequentAnswer, uow: UnitOfWork) -> FrequentAnswer:
    """Write down a question that is asked often, with its answer; nobody outside reads it yet."""
    if command.opportunity_id:
        story = await story_of_opportunity(command.opportunity_id, uow, published=True)
        if story is None:
            raise AnswerOpportunityUnknown("opportunity_id")
        uow.correlation_id = uow.correlation_id or story
    drafted = FrequentAnswer(
        code=f"FAQ-{await uow.number('FAQ'):03}",
        status=AnswerStatus.DRAFT,
        topic=command.topic,
        question=LocalizedText.of(command.question),
        answer=LocalizedText.of(command.answer),
        opportunity_id=command.opportunity_id,
    )
    await uow.emit(drafted, FrequentAnswerDrafted())
    return drafted
