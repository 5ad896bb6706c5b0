"""Papers at the door: the file itself, and what a template looks like before anything is made."""

from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict

from korpu_chassis.doors import PROBLEM_RESPONSE
from korpu_chassis.http import Door, door_of, read_body, takes
from korpu_chassis.refusals import NotFound, Unauthenticated
from korpu_chassis.work import refused
from korpu_partners.papers.commands import Chosen, Version
from korpu_partners.papers.editions import Template
from korpu_partners.papers.making import Content, chosen, printed, same
from korpu_partners.papers.room import papers
from korpu_partners.papers.subjects import Names, our_names
from korpu_partners.papers.tables import Paper, PaperFile
from korpu_partners.people import DEPARTMENT

router = APIRouter(prefix="/papers", tags=["papers"])
PDF = "application/pdf"
SAMPLE_DAY = date(2026, 1, 31)
FILE: dict[int | str, dict[str, Any]] = {200: {"content": {PDF: {}}, "description": "The PDF."}}
SAFE = {"x-content-type-options": "nosniff", "cache-control": "private, no-store"}


class PreviewTemplate(BaseModel):
    """Which template is looked at, in which languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    template: Template
    template_version: Version = None
    languages: Chosen = ("az", "en")


@router.get(
    "/{id}/file",
    operation_id="file_of_paper",
    response_class=Response,
    responses={**FILE, **dict.fromkeys((401, 404, 422, 503), PROBLEM_RESPONSE)},
)
async def file_of(request: Request, id: UUID) -> Response:
    """The file of a paper, exactly as it was made."""
    door = door_of(request)
    principal = await door.principal(request)
    async with door.database.transaction() as session:
        paper = await session.get(Paper, id)
        if paper is None or not papers.shows(paper, principal):
            raise Unauthenticated if principal.is_anonymous else NotFound("id")
        held = await session.get(PaperFile, paper.sha256)
        assert held is not None  # noqa: S101 -- the file is kept in the transaction that made the paper
    return _pdf(held.content, paper.code)


@router.post(
    "/preview",
    operation_id="preview_template",
    response_class=Response,
    responses={**FILE, **dict.fromkeys((400, 401, 403, 413, 415, 422, 503), PROBLEM_RESPONSE)},
    openapi_extra=takes(PreviewTemplate),
)
async def preview(request: Request) -> Response:
    """A template filled with sample data and marked as a draft; nothing is recorded."""
    door: Door = door_of(request)
    principal = await door.principal(request)
    if not any(role.borne_by(principal) for role in DEPARTMENT):
        raise refused(principal)
    question = await read_body(request, PreviewTemplate)
    return _pdf(await printed(_sample(question), None), f"{question.template}-preview")


def _sample(question: PreviewTemplate) -> Content:
    languages = question.languages
    edition = chosen(question.template, question.template_version, languages)
    values = {name: same("…", languages) for name in SAMPLED}
    clauses = [edition.clause(name, languages, values) for name in edition.clauses]
    title: Names = {language: edition.title[language] for language in languages}
    ours = our_names(languages)
    return Content(
        edition=edition,
        languages=languages,
        number="XXX-2026-000",
        on=SAMPLE_DAY,
        title=title,
        clauses=clauses or [{"text": dict.fromkeys(languages, "…")}],
        parties=[ours, same("…", languages)],
        draft=True,
    )


SAMPLED = ("title", "starts", "ends", "notice", "period", "review", "languages", "number", "effective", "reason")


def _pdf(content: bytes, name: str) -> Response:
    headers = {**SAFE, "content-disposition": f'inline; filename="{name}.pdf"'}
    return Response(content, media_type=PDF, headers=headers)
