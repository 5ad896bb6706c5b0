"""`DraftOpportunity`: write down an opportunity that the office has learned of."""

from typing import Any
from uuid import UUID

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import AcademicYear
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.dates import HOME, require_sound
from korpu_mobility.opportunities.domain.lifecycle import Funding, Kind, Status
from korpu_mobility.opportunities.facts import OpportunityDrafted
from korpu_mobility.opportunities.inputs import (
    Amounts,
    ApplyLink,
    Condition,
    Countries,
    Covers,
    Criteria,
    GivenRequirements,
    InternalDay,
    LastDay,
    Letter,
    Obligations,
    Opens,
    Places,
    Provider,
    Source,
    Title,
    Unit,
    Zone,
)
from korpu_mobility.opportunities.policies.numbering import take_code
from korpu_mobility.opportunities.policies.source import require_known
from korpu_mobility.opportunities.policies.writing import ask, criteria_of, obligations_of, require_sound_money
from korpu_mobility.opportunities.refusals.dates import (
    InternalDeadlineAlone,
    InternalDeadlineTooLate,
    OpensAfterDeadline,
    ZoneUnknown,
)
from korpu_mobility.opportunities.refusals.general import (
    ConditionElsewhere,
    FundingContradicts,
    LinkUnknown,
    RequirementUnclear,
    WeightsNotWhole,
    WorkYearsMissing,
)
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE

MADE = {"idempotency_key", "title", "description", "requirements", "criteria", "obligations", "amounts"}


class DraftOpportunity(Creates):
    """What is offered, by whom, to whom and until when, as far as it is known yet."""

    kind: Kind
    title: Title
    description: Title | None = None
    organisation_id: UUID | None = None
    provider: Provider | None = None
    agreement_id: UUID | None = None
    condition_id: Condition | None = None
    letter_id: Letter | None = None
    academic_year: AcademicYear | None = None
    countries: Countries = ()
    requirements: GivenRequirements = GivenRequirements()
    criteria: Criteria = ()
    obligations: Obligations = ()
    funding: Funding = Funding.NONE
    covers: Covers = ()
    amounts: Amounts = ()
    places: Places | None = None
    opens: Opens | None = None
    deadline: LastDay | None = None
    internal_deadline: InternalDay | None = None
    time_zone: Zone = HOME
    apply_link: ApplyLink | None = None
    nomination_needed: bool = False
    source: Source | None = None
    unit: Unit | None = None


@opportunities.creates(
    who=OFFICE,
    to=[Status.DRAFT],
    emits=[OpportunityDrafted],
    refuses=[
        ZoneUnknown,
        InternalDeadlineAlone,
        InternalDeadlineTooLate,
        OpensAfterDeadline,
        RequirementUnclear,
        WeightsNotWhole,
        WorkYearsMissing,
        FundingContradicts,
        LinkUnknown,
        ConditionElsewhere,
    ],
)
async def draft_opportunity(command: DraftOpportunity, uow: UnitOfWork) -> Opportunity:
    """Write down an opportunity that the office has learned of; nobody else reads it yet."""
    given: dict[str, Any] = command.model_dump(exclude=MADE)
    opportunity = Opportunity(
        **given,
        status=Status.DRAFT,
        title=LocalizedText.of(command.title),
        description=LocalizedText.of(command.description) if command.description else None,
        criteria=criteria_of(command.criteria),
        obligations=obligations_of(command.obligations),
        amounts=command.amounts,
    )
    require_sound(opportunity.days)
    require_sound_money(opportunity)
    ask(opportunity, command.requirements, uow.today)
    await require_known(opportunity, uow)
    opportunity.code = await take_code(uow)
    await uow.emit(opportunity, OpportunityDrafted())
    return opportunity
