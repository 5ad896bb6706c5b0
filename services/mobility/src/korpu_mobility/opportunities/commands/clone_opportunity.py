"""`CloneOpportunity`: write down this year's opportunity as last year's was."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_chassis.validation.codes import AcademicYear
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.domain.lifecycle import Status
from korpu_mobility.opportunities.facts import OpportunityDrafted
from korpu_mobility.opportunities.policies.numbering import take_code
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import OFFICE

SAME = (
    *("unit", "kind", "title", "description", "organisation_id", "provider", "agreement_id", "condition_id"),
    *("countries", "criteria", "obligations", "funding", "covers", "amounts", "places", "time_zone"),
    *("apply_link", "nomination_needed", "source", "most_choices"),
)
"""What is as last year, until somebody changes it; days and the look at the source are this year's own."""
THIS_YEARS_OWN = dict.fromkeys(("term", "starts", "ends"))


class CloneOpportunity(Creates):
    """Which one comes again, and for which academic year."""

    predecessor_id: Annotated[UUID, Field(description="Last year's.")]
    academic_year: AcademicYear | None = None


@opportunities.creates(who=OFFICE, to=[Status.DRAFT], emits=[OpportunityDrafted])
async def clone_opportunity(command: CloneOpportunity, uow: UnitOfWork) -> Opportunity:
    """Write down this year's opportunity as last year's was, with its translations; its days are still to be set."""
    last = await uow.session.get(Opportunity, command.predecessor_id)
    if last is None:
        raise NotFound("predecessor_id")
    asked = last.asked
    opportunity = Opportunity(
        **{name: getattr(last, name) for name in SAME},
        status=Status.DRAFT,
        predecessor_id=last.id,
        academic_year=command.academic_year,
        destinations=tuple(each.model_copy(update=THIS_YEARS_OWN) for each in last.destinations),
        documents=tuple(each for each in last.documents if each.id in asked.documents),
    )
    opportunity.asks(asked.asked, uow.today, anew=False)
    opportunity.code = await take_code(uow)
    await uow.emit(opportunity, OpportunityDrafted())
    return opportunity
