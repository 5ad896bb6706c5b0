"""`NameLearningAgreementContacts`: write down which offices look after it, on both sides."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.domain.lifecycle import LIVING
from korpu_mobility.learning_agreements.facts import LearningAgreementContactsChanged
from korpu_mobility.learning_agreements.parts import Contacts
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.permissions import DESK, THE_PERSON


class NameLearningAgreementContacts(Changes):
    """Logistics, and not content: no signature is voided."""

    contacts: Contacts


@learning_agreements.changes(who=(*DESK, THE_PERSON), when=LIVING, emits=[LearningAgreementContactsChanged])
async def name_learning_agreement_contacts(
    agreement: LearningAgreement, command: NameLearningAgreementContacts, uow: UnitOfWork
) -> None:
    """Write down which offices look after it, on both sides."""
    agreement.contacts = command.contacts
    await uow.emit(agreement, LearningAgreementContactsChanged())
