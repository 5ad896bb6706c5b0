"""The definition of letters: its table, its topic, who reads it, and what falls due."""

from datetime import timedelta

from korpu_chassis.clock import end_of_day, start_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.translation import translates
from korpu_chassis.deadlines import Deadline
from korpu_chassis.workdays.counting import working_days_before
from korpu_partners.files import files
from korpu_partners.letters.domain.lifecycle import OPEN, WAITS_AGAIN
from korpu_partners.letters.refusals import NumberTaken
from korpu_partners.letters.rules import DUE_SOON
from korpu_partners.letters.state import LetterState
from korpu_partners.letters.tables import Letter
from korpu_partners.letters.tasks import tasks_of
from korpu_partners.permissions import AUDITOR, COORDINATOR, DEPARTMENT, RECTORATE

OWN_UNIT = COORDINATOR.of("read_by_unit")
READERS = (*DEPARTMENT, RECTORATE, AUDITOR, OWN_UNIT)
WORKERS = (*DEPARTMENT, OWN_UNIT)

NAMES_KEPT = timedelta(days=5 * 365)


def deadlines_of(letter: Letter) -> list[Deadline]:
    """An open letter speaks before and after its due day; a closed one when its names are kept long enough."""
    if letter.status in OPEN and letter.due:
        soon = working_days_before(letter.due, DUE_SOON.holding(letter.due).working_days)
        ahead = [Deadline(start_of_day(soon), "due-soon")] if letter.due_known_on and soon > letter.due_known_on else []
        return [*ahead, Deadline(start_of_day(letter.due + timedelta(days=1)), "overdue")]
    if letter.closed_on and (letter.person or letter.note):
        return [Deadline(end_of_day(letter.closed_on + NAMES_KEPT), "names-kept")]
    return []


letters = AggregateDefinition(
    Letter,
    state=LetterState,
    topic="partners.letters.v1",
    readers=READERS,
    deadlines=deadlines_of,
    unique={"letter_number_once": NumberTaken},
    unasked=WAITS_AGAIN,
    tasks=tasks_of,
)
files.hang(letters, lambda letter: letter.files)

translates(letters, DEPARTMENT, subject="about")
