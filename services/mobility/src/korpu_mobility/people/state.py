"""What is said about people: that there is one, and that one's data is gone; nothing that names them."""

from datetime import date

from korpu_chassis.commands.state import State
from korpu_mobility.people.domain.lifecycle import Kind, Status


class PersonState(State):
    """The public state of a person, without anything personal."""

    status: Status
    kind: Kind
    erased_on: date | None
