"""What mobility's other parts may ask of opportunities: ids come in, values go out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Language
from korpu_chassis.refusals import NotFound
from korpu_mobility.consumers.tables import KnownOrganisation
from korpu_mobility.opportunities.domain.eligibility import Finding, Rule, Verdict, eligibility
from korpu_mobility.opportunities.domain.lifecycle import GOING_ON, OPEN
from korpu_mobility.opportunities.parts import AskedDocument, Criterion, Destination, RequirementSet
from korpu_mobility.opportunities.policies.candidates import candidate_of
from korpu_mobility.opportunities.policies.source import weigh_source
from korpu_mobility.opportunities.questions import GivenCandidate
from korpu_mobility.opportunities.refusals.eligibility import INELIGIBLE
from korpu_mobility.opportunities.tables import Opportunity

__all__ = ["INELIGIBLE", "Call", "Criterion", "Destination", "Finding", "GivenCandidate", "Rule", "Verdict"]


@dataclass(frozen=True)
class Call:
    """An opportunity as applications know it."""

    id: UUID
    code: str
    kind: str
    status: str
    correlation_id: UUID
    opens: date | None
    opens_at: datetime | None
    closes_at: datetime | None
    last_day: date | None
    requirements: Sequence[RequirementSet]
    documents: Sequence[AskedDocument]
    criteria: Sequence[Criterion]
    destinations: Sequence[Destination]
    most_choices: int
    organisation_id: UUID | None
    condition_id: UUID | None
    places: int | None
    academic_year: str | None

    @property
    def is_open(self) -> bool:
        """Whether one can apply, as far as its days allow it."""
        return self.status in OPEN

    @property
    def offered(self) -> Sequence[Destination]:
        """What places are given in: the destinations, or the opportunity itself where there is nothing to choose."""
        if self.destinations:
            return self.destinations
        itself = Destination(id=self.id, organisation_id=self.organisation_id, condition_id=self.condition_id)
        return (itself,)

    def asked(self, number: int | None = None) -> RequirementSet:
        """What is asked under this number, or of whoever begins now."""
        return self.requirements[-1] if number is None else self.requirements[number - 1]


@dataclass(frozen=True)
class CallOnPaper:
    """What minutes name a call and what applicants were compared by."""

    code: str
    title: Mapping[str, str]
    criteria: Mapping[UUID, Mapping[str, str]]
    academic_year: str | None


async def published_call(opportunity_id: UUID, uow: UnitOfWork, path: str | None = "opportunity_id") -> Call:
    """The opportunity that everybody can read; one that is still written is not there."""
    found = await uow.session.get(Opportunity, opportunity_id)
    if found is None or found.published_on is None:
        raise NotFound(path)
    return Call(**{each.name: getattr(found, each.name) for each in fields(Call)})


async def judge(call: Call, number: int, person_id: UUID, said: GivenCandidate, uow: UnitOfWork) -> tuple[Finding, ...]:
    """What each rule of one requirement set says of somebody, by what the office knows of them and what they said."""
    who = await candidate_of(person_id, said, uow)
    return eligibility(call.asked(number), who, call.last_day or uow.today)


async def weigh_opportunities_of(source_id: UUID, uow: UnitOfWork) -> None:
    """An organisation or an agreement stands differently: suspend what rests on it, or let it go on."""
    sources = await _with_merged(source_id, uow)
    resting = or_(col(Opportunity.organisation_id).in_(sources), col(Opportunity.agreement_id) == source_id)
    going_on = select(col(Opportunity.id)).where(col(Opportunity.status).in_(GOING_ON), resting)
    for found in sorted(await uow.session.scalars(going_on)):
        await weigh_source(await uow.lock(Opportunity, found, path=None), uow)


async def story_of_opportunity(opportunity_id: UUID, uow: UnitOfWork, *, published: bool) -> UUID | None:
    """The story of an opportunity, if there is one of this id; `published` asks for those that everybody reads."""
    found = await uow.session.get(Opportunity, opportunity_id)
    return None if found is None or (published and found.published_on is None) else found.correlation_id


async def call_on_paper(opportunity_id: UUID, languages: Sequence[Language], uow: UnitOfWork) -> CallOnPaper:
    """What a call is named, and each of its criteria, as near as it was written to each of these languages."""
    found = await uow.session.get_one(Opportunity, opportunity_id)
    return CallOnPaper(
        code=found.code,
        title={each: found.title.text(each) for each in languages},
        criteria={each.id: {one: each.title.text(one) for one in languages} for each in found.criteria},
        academic_year=found.academic_year,
    )


async def told_of_opportunity(opportunity_id: UUID, language: str, uow: UnitOfWork) -> dict[str, str | None]:
    """What an answer tells of an opportunity: what it is called, until when and where one applies."""
    found = await uow.session.get_one(Opportunity, opportunity_id)
    last = f"{found.last_day:%d.%m.%Y}" if found.last_day else None
    return {"opportunity": found.title.text(language), "last_day": last, "apply_link": found.apply_link}


async def _with_merged(organisation_id: UUID, uow: UnitOfWork) -> set[UUID]:
    """The organisation, and those that were merged into it, one after the other."""
    known, new = {organisation_id}, {organisation_id}
    while new:
        into = select(col(KnownOrganisation.id)).where(col(KnownOrganisation.merged_into).in_(new))
        new = set(await uow.session.scalars(into)) - known
        known |= new
    return known
