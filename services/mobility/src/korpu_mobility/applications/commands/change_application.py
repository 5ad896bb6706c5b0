"""`ChangeApplication`: write something else before it is submitted."""

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.content import chosen
from korpu_mobility.applications.domain.lifecycle import WRITABLE
from korpu_mobility.applications.facts import ApplicationChanged
from korpu_mobility.applications.inputs import Choices, Motivation, Stated
from korpu_mobility.applications.policies.calls import call_of, offered_by
from korpu_mobility.applications.refusals.content import ChoiceTwice, ChoiceUnknown, TooManyChoices
from korpu_mobility.applications.tables import Application
from korpu_mobility.permissions import DESK, THE_PERSON


class ChangeApplication(Corrects):
    """What is given replaces what was written; what is left out stays."""

    motivation: Motivation | None = None
    choices: Choices | None = None
    stated: Stated | None = None


@applications.changes(
    who=(*DESK, THE_PERSON),
    when=WRITABLE,
    emits=[ApplicationChanged],
    refuses=[ChoiceUnknown, ChoiceTwice, TooManyChoices],
)
async def change_application(application: Application, command: ChangeApplication, uow: UnitOfWork) -> None:
    """Write something else before it is submitted."""
    if command.choices is not None:
        call = await call_of(application, uow)
        application.choices = chosen(command.choices, offered_by(call), call.most_choices)
    application.motivation = command.motivation or application.motivation
    application.stated = command.stated or application.stated
    await uow.emit(application, ApplicationChanged())
