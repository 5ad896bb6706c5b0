"""What every paper is asked with: in which languages, and from which version of its template."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.i18n.text import Language, Texts
from korpu_chassis.validation.codes import Personal, Text, whole_number
from korpu_documents.papers.refusals import (
    CannotBePrinted,
    LanguageMissing,
    NoSuchTemplate,
    PressIsBusy,
    SubjectChanged,
    WrongLanguages,
)
from korpu_documents.refusals import KEEPING

Chosen = Annotated[
    tuple[Language, ...], Field(min_length=1, max_length=2, description="The columns from left to right.")
]
Version = Annotated[
    Annotated[int, Field(ge=1, le=1000), whole_number] | None, Field(description="None: the newest version.")
]
REFUSES = (
    LanguageMissing,
    WrongLanguages,
    NoSuchTemplate,
    CannotBePrinted,
    PressIsBusy,
    SubjectChanged,
    *KEEPING,
)


class Making(Creates):
    """In which languages, side by side, and from which version of its template."""

    languages: Chosen = ("az", "en")
    template_version: Version = None


class Signed(Making):
    """Besides, who signs; without a name the paper has a line for name, function, signature and seal."""

    signatory: Annotated[Text | None, Personal, Field(max_length=200)] = None
    signatory_function: Texts | None = None
