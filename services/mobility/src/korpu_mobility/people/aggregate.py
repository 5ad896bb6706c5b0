"""The definition of people: their topic, who may read their public state, and the retention clock."""

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.deadlines import Deadline
from korpu_mobility.people.domain.lifecycle import Status
from korpu_mobility.people.refusals import PersonKnown
from korpu_mobility.people.state import PersonState
from korpu_mobility.people.tables import Person
from korpu_mobility.permissions import AUDITOR, DESK

ITSELF = ANYONE.own("id")


def deadlines_of(person: Person) -> list[Deadline]:
    """Each restricted document and file goes when its last day is over, and so does the person."""
    documents = {each.keep_until for each in person.documents}
    days = sorted(documents | {each.keep_until for each in person.files if each.keep_until})
    forgotten = [person.known_until] if person.known_until and person.status != Status.ERASED else []
    return [Deadline(rule="retention", at=end_of_day(day)) for day in days] + [
        Deadline(rule="forgetting", at=end_of_day(day)) for day in forgotten
    ]


people = AggregateDefinition(
    Person,
    state=PersonState,
    topic="mobility.people.v1",
    readers=(*DESK, AUDITOR, ITSELF),
    deadlines=deadlines_of,
    unique={"person_university_number": PersonKnown},
)
