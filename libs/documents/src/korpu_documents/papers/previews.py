"""What a paper would look like, before anything is made; the files themselves are fetched by links."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, create_model

from korpu_chassis.commands.aggregate import Declared
from korpu_chassis.commands.execution import refused
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.runtime.routes import context_of, read_body, takes
from korpu_documents.content import PDF
from korpu_documents.papers.editions import Templates
from korpu_documents.papers.inputs import Chosen, Version
from korpu_documents.papers.letterhead import our_names
from korpu_documents.papers.typesetting import Content, Manuscript, printed, same
from korpu_documents.routes import SEALED

SAMPLE_DAY = date(2026, 1, 31)
Documented = dict[int | str, dict[str, Any]]
PROBLEMS: Documented = dict.fromkeys((400, 401, 403, 404, 409, 413, 415, 422, 503), PROBLEM_RESPONSE)
FILE: Documented = {200: {"content": {PDF: {}}, "description": "The PDF."}, **PROBLEMS}


class TemplateLook(BaseModel):
    """Which template is looked at, in which languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    template: str
    template_version: Version = None
    languages: Chosen = ("az", "en")


def template_previews(router: APIRouter, template: type[Any], templates: Templates, who: Sequence[Role]) -> None:
    """Add the route at which a template is seen with sample data."""
    look = create_model(
        f"Preview{template.__name__}", __base__=TemplateLook, __doc__=TemplateLook.__doc__, template=(template, ...)
    )

    async def preview(request: Request) -> Response:
        principal = await context_of(request).principal(request)
        if not any(role.borne_by(principal) for role in who):
            raise refused(principal)
        question = await read_body(request, look)
        return _pdf(await printed(sample(templates, question), None), f"{question.template}-preview")

    preview.__doc__ = "A template filled with sample data and marked as a preview; nothing is recorded."
    router.add_api_route(
        "/preview",
        preview,
        methods=["POST"],
        operation_id="preview_template",
        response_class=Response,
        responses=FILE,
        openapi_extra=takes(look),
    )


def add_preview(
    router: APIRouter, declared: Declared, worded: Callable[[Any, UnitOfWork], Awaitable[Manuscript]]
) -> None:
    """Add the route at which one sees what a command would make."""

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
    router.add_api_route(
        f"/preview{declared.path.removeprefix('/commands')}",
        previewed,
        methods=["POST"],
        operation_id=f"preview_{declared.path.rpartition('/')[2].replace('-', '_')}",
        summary=f"Preview what {declared.name} would make",
        response_class=Response,
        responses=FILE,
        openapi_extra=takes(declared.input),
    )


def sample(templates: Templates, look: TemplateLook) -> Content:
    """A template with dots in every place, as a paper of two parties."""
    languages = look.languages
    edition = templates.chosen(look.template, look.template_version, languages)
    values = {name: same("…", languages) for name in edition.places}
    clauses = [edition.clause(name, languages, values) for name in edition.clauses]
    return Content(
        edition=edition,
        languages=languages,
        number="XXX-2026-000",
        on=SAMPLE_DAY,
        title={language: edition.title[language] for language in languages},
        clauses=clauses or [{"heading": same("", languages), "text": same("…", languages)}],
        parties=[our_names(languages), same("…", languages)],
        mark="preview",
        more={"addressees": [{"name": same("…", languages), "post": [same("…", languages)]}]},
    )


def _pdf(content: bytes, name: str) -> Response:
    headers = {**SEALED, "content-disposition": f'attachment; filename="{name}.pdf"'}
    return Response(content, media_type=PDF, headers=headers)
