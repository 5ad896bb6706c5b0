"""Inputs of commands that others than the command itself know."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.i18n.text import Texts
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Day, Personal, Text, whole_number
from korpu_documents.papers.inputs import Making, Signed

Requisite = Annotated[Text, Field(max_length=200)]


class Representative(Part):
    """Who signs for a party; printed, and kept nowhere but on the paper."""

    name: Annotated[Text, Personal, Field(max_length=200)]
    function: Texts
    mandate: Annotated[
        Texts, Personal, Field(description="On what they act: the charter, or a power of attorney, its number and day.")
    ]


class PartyOnPaper(Part):
    """How a party stands on a paper, beside what its record says; without an organisation it is our university."""

    organisation_id: UUID | None = None
    unit: Annotated[Text | None, Field(max_length=100)] = None
    representative: Representative | None = None
    requisites: Annotated[
        tuple[Requisite, ...],
        Personal,
        Field(max_length=6, description="Lines below its name and address, as of its bank; kept nowhere else."),
    ] = ()


class Bilateral(Making):
    """A paper that all parties sign: who acts for each, and how many copies each keeps."""

    parties: Annotated[
        tuple[PartyOnPaper, ...], Field(max_length=20, description="Of a party that is left out the name is printed.")
    ] = ()
    copies_each: Annotated[int, Field(ge=1, le=20, description="How many copies each party keeps."), whole_number] = 1


class MakeAgreementPaper(Bilateral):
    """The paper of an agreement: its approved or signed terms, or a draft that is marked so."""

    agreement_id: UUID
    draft: Annotated[bool, Field(description="Print the present terms, with a watermark.")] = False


class MakeTerminationPaper(Signed):
    """The notice that ends an agreement; the reason is printed, and holds no names of persons."""

    agreement_id: UUID
    effective: Annotated[Day, Field(description="The first day on which it does not bind any more.")]
    reason: Texts


class MakeAmendmentPaper(Bilateral):
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
