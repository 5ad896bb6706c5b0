"""Who scores which application: the committee, without those whose interest conflicts."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import delete, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.applications.domain.conflicts import found_conflicts, scorers_of
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.domain.ranking import Compared, ranked
from korpu_mobility.applications.facts import ApplicationPutToCommittee, ApplicationScored
from korpu_mobility.applications.policies.call_reading import of_call
from korpu_mobility.applications.rules import own_unit_conflicts
from korpu_mobility.applications.tables import Application, ApplicationScore
from korpu_mobility.people.interface import take_employees
from korpu_mobility.selections.interface import Terms

CENT = 4


async def put_to_committee(terms: Terms, uow: UnitOfWork) -> None:
    """Say of every application in review who scores it; a conflict that was declared stays one."""
    employees = await take_employees(terms.member_ids, uow)
    units = {each: employees[each].unit if each in employees else None for each in terms.member_ids}
    same_unit = own_unit_conflicts(uow.today)
    changed = []
    for each in await of_call(terms.opportunity_id, (Status.IN_REVIEW,), uow):
        found = found_conflicts(each.person_id, each.unit, units, same_unit=same_unit)
        kept = tuple(one for one in each.conflicts if one.member_id not in {new.member_id for new in found})
        each.conflicts = (*found, *kept)
        each.scorer_ids, each.score_by = scorers_of(terms.member_ids, each.conflicts), terms.score_by
        changed.append((each, ApplicationPutToCommittee()))
    if changed:
        await uow.emit_all(changed)


async def who_has_scored(opportunity_id: UUID, uow: UnitOfWork) -> set[UUID]:
    """The members who have given a score in this call."""
    of_it = select(col(Application.id)).where(col(Application.opportunity_id) == opportunity_id)
    gave = select(col(ApplicationScore.member_id)).where(col(ApplicationScore.application_id).in_(of_it)).distinct()
    return set(await uow.session.scalars(gave))


async def lacking_quorum(terms: Terms, uow: UnitOfWork) -> list[str]:
    """The numbers of the applications that fewer members have scored than are wanted."""
    in_review = await of_call(terms.opportunity_id, (Status.IN_REVIEW,), uow)
    return sorted(each.code for each in in_review if len(each.scored_ids) < terms.quorum)


async def rank_applications(terms: Terms, uow: UnitOfWork) -> int:
    """Give everybody a rank, and say how many there are."""
    found = {each.id: each for each in await of_call(terms.opportunity_id, (Status.IN_REVIEW,), uow)}
    scores = await scores_of(list(found), uow)
    compared = [
        Compared(each.id, each.submitted_at or each.created_at, _counting(each, scores.get(each.id, ())))
        for each in found.values()
    ]
    for each in ranked(compared, terms.weights, terms.tie_rule, terms.seed):
        application = found[each.id]
        application.rank = each.rank
        application.mean = round(Decimal(each.mean.numerator) / Decimal(each.mean.denominator), CENT)
        application.status = Status.SCORED
    if found:
        await uow.emit_all([(each, ApplicationScored()) for each in found.values()])
    return len(found)


async def scores_of(ids: Sequence[UUID], uow: UnitOfWork) -> dict[UUID, list[ApplicationScore]]:
    """All that was given, by application."""
    found: dict[UUID, list[ApplicationScore]] = {}
    for each in await uow.find(ApplicationScore, col(ApplicationScore.application_id).in_(ids)):
        found.setdefault(each.application_id, []).append(each)
    return found


async def given_by(member_id: UUID, application_id: UUID, uow: UnitOfWork) -> list[ApplicationScore]:
    """What one member gave to an application, by criterion."""
    mine = (col(ApplicationScore.application_id) == application_id, col(ApplicationScore.member_id) == member_id)
    return sorted(await uow.find(ApplicationScore, *mine), key=lambda row: row.criterion_id)


async def forget_scores(application_id: UUID, uow: UnitOfWork, member_id: UUID | None = None) -> None:
    """Delete what was given to an application, by everybody or by one member."""
    which = [col(ApplicationScore.application_id) == application_id]
    which += [col(ApplicationScore.member_id) == member_id] if member_id else []
    await uow.session.execute(delete(ApplicationScore).where(*which))


def _counting(application: Application, rows: Sequence[ApplicationScore]) -> dict[UUID, dict[UUID, int]]:
    """The points of the members who score, by member and criterion."""
    given: dict[UUID, dict[UUID, int]] = {}
    for row in rows:
        if row.member_id in application.scorer_ids:
            given.setdefault(row.member_id, {})[row.criterion_id] = row.points
    return given
