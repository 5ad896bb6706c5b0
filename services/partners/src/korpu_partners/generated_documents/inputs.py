"""Inputs of commands that others than the command itself know."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.i18n.text import Language, Texts
from korpu_chassis.validation.codes import Day, Personal, Text, whole_number
from korpu_documents.refusals import KEEPING
from korpu_partners.generated_documents.refusals import (
    CannotBePrinted,
    LanguageMissing,
    NoSuchTemplate,
    PressIsBusy,
    SubjectChanged,
    WrongLanguages,
)

Chosen = Annotated[
    tuple[Language, ...], Field(min_length=1, max_length=2, description="The columns from left to right.")
]
Version = Annotated[
    Annotated[int, Field(ge=1, le=1000), whole_number] | None, Field(description="None: the newest version.")
]
REFUSES = [
    LanguageMissing,
    WrongLanguages,
    NoSuchTemplate,
    CannotBePrinted,
    PressIsBusy,
    SubjectChanged,
    *KEEPING,
]


class Making(Creates):
    """In which languages, side by side, and from which version of its template."""

    languages: Chosen = ("az", "en")
    template_version: Version = None


class MakeAgreementPaper(Making):
    """The paper of an agreement: its approved or signed terms, or a draft that is marked so."""

    agreement_id: UUID
    draft: Annotated[bool, Field(description="Print the present terms, with a watermark.")] = False


class MakeTerminationPaper(Making):
    """The notice that ends an agreement; the reason is printed, and holds no names of persons."""

    agreement_id: UUID
    effective: Annotated[Day, Field(description="The first day on which it does not bind any more.")]
    reason: Texts


class MakeAmendmentPaper(Making):
    """The paper of a numbered amendment; one that is not approved yet is a draft that is marked so."""

    agreement_id: UUID
    number: Annotated[int, Field(ge=1, le=10_000, description="The number of the amendment."), whole_number]
    draft: Annotated[bool, Field(description="Print it as it is proposed, with a watermark.")] = False


class MakeLetterPaper(Making):
    """What an outgoing letter says; it is printed, and kept nowhere but on the paper."""

    letter_id: UUID
    body: Annotated[Texts, Personal]
    signatory: Annotated[Text | None, Personal, Field(max_length=200)] = None
    signatory_function: Texts | None = None
    to_post: Annotated[
        bool, Field(description="Print where the addressees get their post, of those of whom we know it.")
    ] = True
