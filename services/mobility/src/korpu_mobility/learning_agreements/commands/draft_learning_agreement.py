"""`DraftLearningAgreement`: write down what is to be studied on a stay."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.domain.lifecycle import Status
from korpu_mobility.learning_agreements.facts import LearningAgreementDrafted
from korpu_mobility.learning_agreements.inputs import Components, Language, Level
from korpu_mobility.learning_agreements.parts import Contacts
from korpu_mobility.learning_agreements.policies.stay import own_stay
from korpu_mobility.learning_agreements.policies.writing import write_version
from korpu_mobility.learning_agreements.refusals.content import ComponentTwice, NotForStaff, StayNotOpen
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import DESK, THE_PERSON


class DraftLearningAgreement(Creates):
    """The first version; person, sender and receiver are those of the stay."""

    mobility_id: UUID
    person_id: Annotated[UUID | None, Field(description="Whose stay it is; who studies names themselves.")] = None
    unit: Annotated[Text | None, Field(max_length=100, description="The person's unit; coordinators name it.")] = None
    components: Components = ()
    language: Language = None
    language_level: Level = None
    contacts: Contacts | None = None


@learning_agreements.creates(
    who=(*DESK, THE_PERSON),
    to=[Status.DRAFT],
    emits=[LearningAgreementDrafted],
    refuses=[NotForStaff, StayNotOpen, ComponentTwice],
)
async def draft_learning_agreement(command: DraftLearningAgreement, uow: UnitOfWork) -> LearningAgreement:
    """Write down what is to be studied on a stay."""
    stay = await own_stay(command.mobility_id, command.person_id, command.unit, uow)
    agreement = LearningAgreement(
        mobility_id=stay.id,
        person_id=stay.person_id,
        unit=stay.unit,
        direction=stay.direction,
        sender_id=stay.sender_id,
        receiver_id=stay.receiver_id,
        academic_year=stay.academic_year,
        contacts=command.contacts,
    )
    write_version(agreement, command.components, command.language, command.language_level, uow)
    uow.correlation_id = uow.correlation_id or stay.correlation_id
    agreement.code = f"LA-{uow.today.year}-{await uow.number(f'LA-{uow.today.year}'):04}"
    await uow.emit(agreement, LearningAgreementDrafted())
    return agreement
