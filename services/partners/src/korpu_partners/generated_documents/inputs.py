"""Inputs of commands that others than the command itself know."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.i18n.text import Texts
from korpu_chassis.validation.codes import Day, Personal, Text, whole_number
from korpu_documents.papers.inputs import Making


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
