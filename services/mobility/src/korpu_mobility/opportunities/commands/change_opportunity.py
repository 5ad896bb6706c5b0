"""`ChangeOpportunity`: change what is written about an opportunity; an edited text leaves translations outdated."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes, Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import AcademicYear
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.lifecycle import WRITABLE, Funding, Kind
from korpu_mobility.opportunities.facts import OpportunityChanged
from korpu_mobility.opportunities.inputs import (
    Amounts,
    ApplyLink,
    Condition,
    Countries,
    Covers,
    Letter,
    Obligations,
    Places,
    Provider,
    Source,
    Title,
    Unit,
)
from korpu_mobility.opportunities.policies.source import require_known, weigh_source
from korpu_mobility.opportunities.policies.writing import obligations_of, require_sound_money, worded
from korpu_mobility.opportunities.refusals.general import (
    ConditionElsewhere,
    FundingContradicts,
    LinkUnknown,
    WorkYearsMissing,
)
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE

APART = {*Changes.model_fields, "title", "description", "obligations", "forget"}


class Forgettable(StrEnum):
    """What can be taken away without something in its place."""

    ORGANISATION_ID = "organisation_id"
    PROVIDER = "provider"
    AGREEMENT_ID = "agreement_id"
    CONDITION_ID = "condition_id"
    LETTER_ID = "letter_id"
    ACADEMIC_YEAR = "academic_year"
    PLACES = "places"
    APPLY_LINK = "apply_link"
    SOURCE = "source"


class ChangeOpportunity(Corrects):
    """What is given replaces what was written; what is left out stays, and what is to be forgotten goes."""

    kind: Kind | None = None
    title: Title | None = None
    description: Title | None = None
    organisation_id: UUID | None = None
    provider: Provider | None = None
    agreement_id: UUID | None = None
    condition_id: Condition | None = None
    letter_id: Letter | None = None
    academic_year: AcademicYear | None = None
    countries: Countries | None = None
    obligations: Obligations | None = None
    funding: Funding | None = None
    covers: Covers | None = None
    amounts: Amounts | None = None
    places: Places | None = None
    apply_link: ApplyLink | None = None
    nomination_needed: bool | None = None
    source: Source | None = None
    unit: Unit | None = None
    forget: Annotated[tuple[Forgettable, ...], Field(max_length=len(Forgettable))] = ()


@opportunities.changes(
    who=OFFICE,
    when=WRITABLE,
    emits=[OpportunityChanged],
    refuses=[WorkYearsMissing, FundingContradicts, LinkUnknown, ConditionElsewhere],
)
async def change_opportunity(opportunity: Opportunity, command: ChangeOpportunity, uow: UnitOfWork) -> None:
    """Change what is written about an opportunity; what rests on something else now may go on, or is suspended."""
    for forgotten in command.forget:
        setattr(opportunity, forgotten, None)
    for name in command.model_fields_set - APART:
        if (value := getattr(command, name)) is not None:
            setattr(opportunity, name, value)
    if command.title:
        opportunity.title = worded(opportunity.title, command.title)
    if command.description:
        opportunity.description = worded(opportunity.description, command.description)
    if command.obligations is not None:
        opportunity.obligations = obligations_of(command.obligations, opportunity.obligations)
    require_sound_money(opportunity)
    await require_known(opportunity, uow)
    outdated = dict.fromkeys(lang for text in opportunity.texts.values() if text for lang in text.outdated())
    await uow.emit(opportunity, OpportunityChanged(outdated=tuple(outdated)))
    await weigh_source(opportunity, uow)
