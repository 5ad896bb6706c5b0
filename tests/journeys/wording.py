"""How a multilingual text of the office comes to be, is shown and is edited."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.journeys.office import Office, Thing

Words = Mapping[str, str]
Make = Callable[[Office, Words], Thing]
Edit = Callable[[Office, Thing, Words], object]


class Text(NamedTuple):
    """One text: the thing that is made with these words, how the portal shows it, and what edits it.

    What nothing edits is written once, so that its translations never become outdated.
    """

    make: Make
    shown: str
    edit: Edit | None = None


def corrected(command: str, field: str, **more: str) -> Edit:
    """The command that edits a thing takes the new words under the field's own name."""

    def edit(office: Office, thing: Thing, words: Words) -> object:
        given: Thing = {"id": thing["id"], field: words, **more}
        return office.officer.does(command, **given)

    return edit
