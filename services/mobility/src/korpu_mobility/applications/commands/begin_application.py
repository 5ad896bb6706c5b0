"""`BeginApplication`: somebody begins to apply to an opportunity."""

from uuid import UUID

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.content import chosen
from korpu_mobility.applications.domain.days import require_open
from korpu_mobility.applications.domain.lifecycle import DocumentState, Status
from korpu_mobility.applications.facts import ApplicationBegun
from korpu_mobility.applications.inputs import Choices, Motivation, Stated, Unit
from korpu_mobility.applications.parts import HandedDocument
from korpu_mobility.applications.policies.calls import offered_by
from korpu_mobility.applications.policies.numbering import take_code
from korpu_mobility.applications.refusals.content import AlreadyApplied, ChoiceTwice, ChoiceUnknown, TooManyChoices
from korpu_mobility.applications.refusals.days import CallNotOpen, DeadlinePassed, NotYetOpen
from korpu_mobility.applications.tables import Application
from korpu_mobility.opportunities.interface import GivenCandidate, published_call
from korpu_mobility.people.interface import PERSON_REFUSALS, take_candidate
from korpu_mobility.permissions import DESK, THE_PERSON


class BeginApplication(Creates):
    """Who applies to what; all that is written can be changed until it is submitted."""

    person_id: UUID
    opportunity_id: UUID
    unit: Unit | None = None
    choices: Choices = ()
    motivation: Motivation | None = None
    stated: Stated = GivenCandidate()


@applications.creates(
    who=(*DESK, THE_PERSON),
    to=[Status.DRAFT],
    emits=[ApplicationBegun],
    refuses=[
        *PERSON_REFUSALS,
        DeadlinePassed,
        CallNotOpen,
        NotYetOpen,
        ChoiceUnknown,
        ChoiceTwice,
        TooManyChoices,
        AlreadyApplied,
    ],
)
async def begin_application(command: BeginApplication, uow: UnitOfWork) -> Application:
    """Begin to apply; what is asked now is asked of this applicant until the end."""
    person = await take_candidate(command.person_id, command.unit, uow)
    call = await published_call(command.opportunity_id, uow)
    require_open(call, uow.now)
    asked = call.asked()
    application = Application(
        status=Status.DRAFT,
        person_id=command.person_id,
        opportunity_id=call.id,
        unit=person.unit,
        requirements=asked.number,
        choices=chosen(command.choices, offered_by(call), call.most_choices),
        handed=tuple(HandedDocument(document_id=each, state=DocumentState.ASKED) for each in asked.documents),
        motivation=command.motivation,
        stated=command.stated,
    )
    uow.correlation_id = uow.correlation_id or call.correlation_id
    application.code = await take_code(uow)
    await uow.emit(application, ApplicationBegun())
    return application
