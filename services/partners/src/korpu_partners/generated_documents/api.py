"""Routes of papers: what one would look like, before anything is made; the files themselves are fetched by links."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict

from korpu_chassis.commands.aggregate import Declared
from korpu_chassis.commands.execution import refused
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.runtime.discovery import load_all
from korpu_chassis.runtime.routes import context_of, read_body, takes
from korpu_documents.content import PDF
from korpu_documents.routes import SEALED
from korpu_partners.generated_documents.aggregate import papers
from korpu_partners.generated_documents.domain.editions import Template
from korpu_partners.generated_documents.inputs import Chosen, Version
from korpu_partners.generated_documents.policies.agreement_documents import agreement_paper, termination_paper
from korpu_partners.generated_documents.policies.amendment_content import amendment_paper
from korpu_partners.generated_documents.policies.letter_documents import letter_paper
from korpu_partners.generated_documents.policies.subjects import Names, our_names
from korpu_partners.generated_documents.policies.typesetting import Content, Manuscript, chosen, printed, same
from korpu_partners.permissions import DEPARTMENT

router = APIRouter(prefix="/papers", tags=["papers"])
SAMPLE_DAY = date(2026, 1, 31)
Documented = dict[int | str, dict[str, Any]]
PROBLEMS: Documented = dict.fromkeys((400, 401, 403, 404, 409, 413, 415, 422, 503), PROBLEM_RESPONSE)
FILE: Documented = {200: {"content": {PDF: {}}, "description": "The PDF."}, **PROBLEMS}

Wording = Callable[[Any, UnitOfWork], Awaitable[Manuscript]]
WORDED: dict[str, Wording] = {
    "MakeAgreementPaper": agreement_paper,
    "MakeAmendmentPaper": amendment_paper,
    "MakeLetterPaper": letter_paper,
    "MakeTerminationPaper": termination_paper,
}


class PreviewTemplate(BaseModel):
    """Which template is looked at, in which languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    template: Template
    template_version: Version = None
    languages: Chosen = ("az", "en")


@router.post(
    "/preview",
    operation_id="preview_template",
    response_class=Response,
    responses=FILE,
    openapi_extra=takes(PreviewTemplate),
)
async def preview(request: Request) -> Response:
    """A template filled with sample data and marked as a preview; nothing is recorded."""
    principal = await context_of(request).principal(request)
    if not any(role.borne_by(principal) for role in DEPARTMENT):
        raise refused(principal)
    question = await read_body(request, PreviewTemplate)
    return _pdf(await printed(_sample(question), None), f"{question.template}-preview")


def _previews(declared: Declared, worded: Wording) -> Callable[[Request], Awaitable[Response]]:
    async def previewed(request: Request) -> Response:
        context = context_of(request)
        principal = await context.principal(request)
        if not declared.open_to(principal):
            raise refused(principal)
        command = await read_body(request, declared.input)
        async with context.database.transaction() as session:
            manuscript = await worded(command, context.unit_of_work(session, request, principal, "PreviewPaper"))
        content = manuscript.content.marked(preview=True)
        return _pdf(await printed(content, None), f"{content.edition.template}-preview")

    previewed.__doc__ = f"""What `{declared.name}` would make of this now, marked as a preview; nothing is recorded."""
    return previewed


load_all("korpu_partners.generated_documents.commands")
for name, wording in WORDED.items():
    order = papers.commands[name]
    router.add_api_route(
        f"/preview{order.path.removeprefix('/commands')}",
        _previews(order, wording),
        methods=["POST"],
        operation_id=f"preview_{order.path.rpartition('/')[2].replace('-', '_')}",
        summary=f"Preview what {name} would make",
        response_class=Response,
        responses=FILE,
        openapi_extra=takes(order.input),
    )


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
        mark="preview",
        more={"addressees": [{"name": same("…", languages), "post": [same("…", languages)]}]},
    )


SAMPLED = (
    "title", "starts", "ends", "notice", "period", "review", "languages", "number", "effective", "reason",
    "agreement", "signed",
)  # fmt: skip


def _pdf(content: bytes, name: str) -> Response:
    headers = {**SEALED, "content-disposition": f'attachment; filename="{name}.pdf"'}
    return Response(content, media_type=PDF, headers=headers)
