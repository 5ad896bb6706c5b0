"""Inputs of commands that others than the command itself know."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes, Creates
from korpu_chassis.i18n.text import Texts
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.domain.kinds import Kind
from korpu_partners.agreements.domain.proposals import Articles, Conditions, Obligations
from korpu_partners.agreements.policies.draft import Papers, Parties
from korpu_partners.agreements.records import Evidence, Origin, Precision
from korpu_partners.agreements.terms import Renewal


class PartnerSaysYes(Changes):
    """The partner's yes, with the letter or minute that it stands in."""

    organisation_id: UUID
    on: Annotated[Day, Field(description="The day of the partner's decision.")]
    evidence: Evidence


class NewTerms(Changes):
    """What is given replaces what was agreed; what is left out stays."""

    starts: Day | None = None
    ends: Day | None = None
    renewal: Annotated[Renewal | None, Field(description="Evergreen drops the last day.")] = None
    conditions: Conditions | None = None
    obligations: Obligations | None = None
    articles: Articles | None = None


class RecordSignedAgreement(Creates):
    """An agreement that was signed before the office wrote here."""

    kind: Kind
    title: Texts
    parties: Parties
    signed_on: Annotated[
        Day, Field(description="When the last party signed; the first day, if only the year is known.")
    ]
    signed_precision: Annotated[Precision, Field(description="How much of that day is known.")] = "day"
    starts: Annotated[Day | None, Field(description="None: from the signature.")] = None
    ends: Annotated[Day | None, Field(description="The last day; needed unless evergreen.")] = None
    ends_precision: Precision = "day"
    renewal: Renewal = Renewal()
    evidence: Annotated[Evidence, Field(description="Where it is written: the old register and its row.")]
    number: Annotated[Text | None, Field(max_length=200, description="Its number in the old register.")] = None
    unit: Annotated[Text | None, Field(max_length=100)] = None
    owner: Annotated[Subject | None, Field(description="None: whoever enters it.")] = None
    origin: Origin | None = None
    documents: Papers = ()


class RemoveDocument(Changes):
    """Which paper does not belong to the agreement, and why."""

    reference: Annotated[Text, Field(max_length=300)]
    attachment_id: Annotated[UUID | None, Field(description="Its file, where several papers share a reference.")] = None
    reason: Text
