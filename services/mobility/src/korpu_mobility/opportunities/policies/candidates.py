"""Who asks whether they are eligible: what the office knows of them, and what they say themselves."""

from typing import Final
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.opportunities.domain.eligibility import Candidate
from korpu_mobility.opportunities.domain.lifecycle import Audience
from korpu_mobility.opportunities.questions import GivenCandidate
from korpu_mobility.people.interface import Facts, facts_about

DOCTORAL: Final = 8
STUDENTS = frozenset({Audience.STUDENT, Audience.DOCTORAL_STUDENT})
EMPLOYEES = frozenset({Audience.TEACHER, Audience.STAFF})
LOOKED_AT = ("kind", "citizenship", "birth_date")


async def candidate_of(person_id: UUID | None, given: GivenCandidate, uow: UnitOfWork) -> Candidate:
    """Somebody: what the office knows of a person counts, and what it does not know is what they say."""
    facts = await facts_about(person_id, uow) if person_id else None
    if facts and person_id:
        await uow.log_read([person_id], LOOKED_AT, "Eligibility")
    return Candidate(
        audiences=_audiences(given, facts),
        level=given.level,
        field=given.field,
        citizenship=(facts.citizenship if facts else None) or given.citizenship,
        birth_date=(facts.birth_date if facts else None) or given.birth_date,
        mean=given.mean,
        mean_scale=given.mean_scale,
        languages={each.language: each.cefr for each in given.languages},
    )


def _audiences(given: GivenCandidate, facts: Facts | None) -> frozenset[Audience]:
    """As what somebody can apply: as far as the office knows, narrowed by the level and by what they say."""
    said = frozenset({given.audience}) if given.audience else frozenset()
    if facts and facts.is_student and given.level is not None:
        return frozenset({Audience.DOCTORAL_STUDENT if given.level == DOCTORAL else Audience.STUDENT})
    known = STUDENTS if facts and facts.is_student else EMPLOYEES if facts and facts.is_staff else said
    return known & said or known
