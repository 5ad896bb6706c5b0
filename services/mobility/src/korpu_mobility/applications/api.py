"""Reading what is never published of applications: what was written, what the rules say, scores, and why."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import col

from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.runtime.routes import PROBLEMS, LoggedBatch, answer, asked, takes
from korpu_documents.attachments import Attachment
from korpu_mobility.applications.aggregate import SCORER, applications
from korpu_mobility.applications.domain.explaining import explained
from korpu_mobility.applications.policies.calls import checks_of
from korpu_mobility.applications.policies.committee import scores_of
from korpu_mobility.applications.tables import Application
from korpu_mobility.files import files
from korpu_mobility.opportunities.interface import Finding
from korpu_mobility.permissions import AUDITOR, DESK, OFFICE, THE_PERSON
from korpu_mobility.restricted_fields import told

router = APIRouter(tags=["applications"])
Row = dict[str, Any]


class ApplicationField(StrEnum):
    """What was written in an application and concerns only the applicant and those who decide."""

    MOTIVATION = "motivation"
    STATED = "stated"
    HANDED = "handed"
    REASON = "reason"
    MEAN = "mean"
    RANK = "rank"
    CONFLICTS = "conflicts"
    CORRECTIONS = "corrections"
    CHECKS = "checks"
    SCORES = "scores"
    EXPLANATION = "explanation"


WRITTEN = (*DESK, AUDITOR, THE_PERSON, SCORER)
TOLD = (*DESK, AUDITOR, THE_PERSON)
DECIDED = (*OFFICE, AUDITOR, THE_PERSON)
READERS: dict[ApplicationField, tuple[Role, ...]] = {
    ApplicationField.MOTIVATION: WRITTEN,
    ApplicationField.STATED: WRITTEN,
    ApplicationField.HANDED: WRITTEN,
    ApplicationField.REASON: TOLD,
    ApplicationField.CHECKS: TOLD,
    ApplicationField.MEAN: DECIDED,
    ApplicationField.RANK: DECIDED,
    ApplicationField.EXPLANATION: DECIDED,
    ApplicationField.CONFLICTS: (*OFFICE, AUDITOR),
    ApplicationField.CORRECTIONS: (*OFFICE, AUDITOR),
    ApplicationField.SCORES: (*OFFICE, AUDITOR, SCORER),
}


class ReadApplications(LoggedBatch):
    """Some fields of some applications."""

    fields: Annotated[tuple[ApplicationField, ...], Field(min_length=1, max_length=len(ApplicationField))]


class ApplicationsRead(BaseModel):
    """Those of the applications asked for of which the caller may read something; others are absent without a hint."""

    applications: list[dict[str, Any]]


@router.post(
    "/applications/read",
    response_model=ApplicationsRead,
    responses=PROBLEMS,
    openapi_extra=takes(ReadApplications),
)
async def read_applications(request: Request) -> Response:
    """Read what was written in some applications, as far as the caller may; each look is logged under the applicant."""
    async with asked(request, ReadApplications) as (question, uow):
        found = await uow.find(Application, col(Application.id).in_(question.ids))
        read: dict[UUID, Row] = {}
        for each in await told(found, question.fields, READERS, question.purpose, uow, reckoned=RECKONED):
            read[each["id"]] = each
        for field in RECKONED & set(question.fields):
            shown = [each for each in found if any(role.admits(uow.principal, each) for role in READERS[field])]
            for id, value in (await RECKONS[field](shown, uow)).items():
                read[id][field.value] = value
        return answer(ApplicationsRead(applications=list(read.values())))


async def _checks(shown: Sequence[Application], uow: UnitOfWork) -> Mapping[UUID, list[Row]]:
    """What each rule says of each applicant, in the caller's language."""
    language = uow.principal.language or "az"
    return {each.id: [_said(one, language) for one in await checks_of(each, uow)] for each in shown if each.stated}


async def _scores(shown: Sequence[Application], uow: UnitOfWork) -> Mapping[UUID, list[Row]]:
    """All scores that were given; a member sees those of the others only after giving the own ones."""
    me = uow.principal.person_id
    open_ = [each for each in shown if me not in each.scorer_ids or me in each.scored_ids]
    found = await scores_of([each.id for each in open_], uow)
    return {
        each.id: [
            {"member_id": row.member_id, "criterion_id": row.criterion_id, "points": row.points}
            for row in sorted(found.get(each.id, ()), key=lambda row: (row.given_at, row.member_id, row.criterion_id))
        ]
        for each in open_
    }


async def _explanation(shown: Sequence[Application], uow: UnitOfWork) -> Mapping[UUID, list[Row]]:
    """Why this place, and why that one not, as sentences in the caller's language."""
    language = uow.principal.language or "az"
    return {
        each.id: [
            {"choice": place, **step.model_dump(), "text": explained(step, place, each.rank, language)}
            for place, step in enumerate(each.steps, start=1)
        ]
        for each in shown
        if each.steps
    }


def _said(check: Finding, language: str) -> Row:
    why = {"code": check.why.code, "message": check.why.message(language)} if check.why else {}
    return {"rule": check.rule, "verdict": check.verdict, "code": None, "message": None} | why


RECKONS: Mapping[ApplicationField, Callable[..., Awaitable[Mapping[UUID, list[Row]]]]] = {
    ApplicationField.CHECKS: _checks,
    ApplicationField.SCORES: _scores,
    ApplicationField.EXPLANATION: _explanation,
}
RECKONED = frozenset(RECKONS)
"""What is no column: it is reckoned for who asks."""


def gives(application: Application, _: Attachment, who: Principal) -> bool:
    """What was brought is read by those who read what was written."""
    return any(role.admits(who, application) for role in READERS[ApplicationField.HANDED])


files.hang(
    applications,
    lambda application: application.files,
    may=gives,
    about=lambda application: (application.id, application.person_id),
)
