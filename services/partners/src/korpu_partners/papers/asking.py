"""What every order for a paper says, and why one cannot be made."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import whole_number
from korpu_documents.refusals import KEEPING
from korpu_partners.papers import lifecycle as why

Chosen = Annotated[
    tuple[Language, ...], Field(min_length=1, max_length=2, description="The columns from left to right.")
]
Version = Annotated[
    Annotated[int, Field(ge=1, le=1000), whole_number] | None, Field(description="None: the newest version.")
]
REFUSES = [
    why.LanguageMissing,
    why.WrongLanguages,
    why.NoSuchTemplate,
    why.CannotBePrinted,
    why.PressIsBusy,
    why.SubjectChanged,
    *KEEPING,
]


class Making(Creates):
    """In which languages, side by side, and from which version of its template."""

    languages: Chosen = ("az", "en")
    template_version: Version = None
