"""The definition of agreements: who reads them, where they are told, and what the calendar decides."""

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.translation import translates
from korpu_partners.agreements.domain.calendar import deadlines_of
from korpu_partners.agreements.domain.lifecycle import BY_THE_CLOCK, status_of
from korpu_partners.agreements.domain.translations import into_waiting_amendments
from korpu_partners.agreements.rules import REMINDERS
from korpu_partners.agreements.state import AgreementState
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.tasks import tasks_of
from korpu_partners.files import files
from korpu_partners.permissions import DEPARTMENT, READERS

agreements = AggregateDefinition(
    Agreement,
    state=AgreementState,
    topic="partners.agreements.v1",
    readers=READERS,
    status=status_of,
    deadlines=lambda agreement: deadlines_of(agreement, REMINDERS.forms()),
    unasked=BY_THE_CLOCK,
    tasks=tasks_of,
)
files.hang(agreements, lambda agreement: [each.attachment for each in agreement.documents if each.attachment])

translates(
    agreements,
    DEPARTMENT,
    into_waiting_amendments,
    title="title",
    obligations="terms.obligations",
    articles="terms.articles",
    amendments="amendments",
)
