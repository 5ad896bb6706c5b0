"""The routes for files: bring one, ask for a link, fetch by a link."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis import clock
from korpu_chassis.commands.execution import refused
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import may_take, proven
from korpu_chassis.refusals import NotFound, Refusal, Unauthenticated
from korpu_chassis.runtime.routes import answer, context_of, read_body, takes
from korpu_chassis.validation.codes import Text
from korpu_documents.attachments import Attachment
from korpu_documents.content import ENDINGS
from korpu_documents.files import FileService
from korpu_documents.links import LIFETIME, Link
from korpu_documents.names import disposition_of, harmless, name_in
from korpu_documents.uploads import (
    GIVEN,
    LONGEST_SILENCE,
    LONGEST_UPLOAD,
    REFUSED,
    STORED,
    Uploaded,
    looked_into,
    pieces_of,
    refuse_announced,
)

UPLOAD = "/files"
SEALED = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "cache-control": "private, no-store",
    "referrer-policy": "no-referrer",
}
RAW = {"schema": {"type": "string", "format": "binary", "maxLength": 26_214_400}}
TAKES_A_FILE = {"requestBody": {"required": True, "content": dict.fromkeys(ENDINGS, RAW)}}
Problems = dict[int | str, dict[str, Any]]


class AskLink(BaseModel):
    """Which file of which thing."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    kind: Annotated[str, Field(max_length=50, description="The thing's kind, as in messages: `agreement`.")]
    id: Annotated[UUID, Field(description="The thing; the portal's ids are `kind:id`.")]
    attachment_id: Annotated[UUID, Field(description="Which of its files.")]
    purpose: Annotated[Text | None, Field(max_length=200, description="Why; it stands in the access log.")] = None


class LinkGiven(BaseModel):
    """An address at the gateway that gives the file out for a few minutes, to whoever has it."""

    url: str
    expires: datetime


def file_routes(service: FileService) -> APIRouter:
    """The routes of a service's files."""
    router = APIRouter(tags=["files"])
    endpoints = FileEndpoints(service)
    problems: Problems = dict.fromkeys((400, 401, 403, 408, 413, 415, 422, 503, 507), PROBLEM_RESPONSE)
    fetched: Problems = dict.fromkeys((404, 410, 422, 503), PROBLEM_RESPONSE)
    fetched[200] = {"content": dict.fromkeys(ENDINGS, RAW)}
    router.add_api_route(
        UPLOAD,
        endpoints.upload,
        methods=["POST"],
        operation_id="upload_file",
        response_model=Uploaded,
        status_code=201,
        responses=problems,
        openapi_extra=TAKES_A_FILE,
    )
    router.add_api_route(
        f"{UPLOAD}/links",
        endpoints.link,
        methods=["POST"],
        operation_id="link_file",
        response_model=LinkGiven,
        responses=dict.fromkeys((400, 401, 404, 413, 415, 422, 503), PROBLEM_RESPONSE),
        openapi_extra=takes(AskLink),
    )
    router.add_api_route(
        f"{UPLOAD}/content/{{link}}",
        endpoints.fetch,
        methods=["GET"],
        operation_id="fetch_file",
        response_class=Response,
        responses=fetched,
    )
    router.add_api_route(f"{UPLOAD}/content/{{link}}", endpoints.fetch, methods=["HEAD"], include_in_schema=False)
    return router


def link_to(service: FileService, file: Attachment) -> LinkGiven:
    """An address that gives this file out for a few minutes; the caller has asked who may, and written it down."""
    expires = clock.now() + LIFETIME
    name = f"{harmless(file.title) or 'file'}.{ENDINGS[file.media_type][0]}"
    link = Link(file.sha256, name, file.media_type, file.size, int(expires.timestamp()))
    signed = link.signed(service.settings.files_key)
    return LinkGiven(url=f"/{service.service}{UPLOAD}/content/{signed}", expires=expires)


class FileEndpoints:
    """The routes at work."""

    def __init__(self, service: FileService) -> None:
        self._service = service

    async def upload(self, request: Request) -> Response:
        """Take one file: its bytes as the body, its type as Content-Type, its name in Content-Disposition."""
        principal = await context_of(request).principal(request)
        if not any(role.borne_by(principal) for role in self._service.who):
            raise refused(principal)
        try:
            refuse_announced(request)
            proven(request.scope, principal)
            may_take(request.scope, LONGEST_UPLOAD + LONGEST_SILENCE)
            async with self._service.turns.turn(principal):
                uploaded = await self._take(request, principal)
        except Refusal as refusal:
            REFUSED.labels(refusal.code).inc()
            raise
        STORED.inc(uploaded.size)
        return Response(uploaded.model_dump_json(), 201, media_type="application/json")

    async def _take(self, request: Request, principal: Principal) -> Uploaded:
        objects = self._service.objects
        arrived = await objects.take(pieces_of(request))
        name = name_in(request.headers.get("content-disposition"))
        try:
            kind = await looked_into(objects, arrived, request)
            async with context_of(request).database.transaction() as session:
                await self._service.keep(session, arrived, kind, name, principal)
        except BaseException:
            await objects.discard(arrived)
            raise
        return Uploaded(sha256=arrived.sha256, media_type=kind, size=arrived.size)

    async def link(self, request: Request) -> Response:
        """A link to a file of something that the caller may read; every link is written down."""
        context = context_of(request)
        principal = await context.principal(request)
        asked = await read_body(request, AskLink)
        async with context.database.transaction() as session:
            try:
                file, about = await self._service.found(session, asked.kind, asked.id, asked.attachment_id, principal)
            except NotFound:
                raise Unauthenticated if principal.is_anonymous else NotFound("id") from None
            uow = context.unit_of_work(session, request, principal, "LinkFile")
            await uow.log_read(about, [f"file:{file.id}"], asked.purpose)
        return answer(link_to(self._service, file))

    async def fetch(self, request: Request, link: str) -> Response:
        """Give a file out by its link; no token is asked, and nothing is shown in the browser."""
        given = Link.read(link, self._service.settings.files_key, clock.now())
        tag = f'"{given.sha256}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={**SEALED, "etag": tag})
        if not await self._service.objects.holds(given.sha256):
            raise NotFound
        headers = {
            **SEALED,
            "etag": tag,
            "content-length": str(given.size),
            "content-disposition": disposition_of(given.name),
            "content-type": given.media_type,
        }
        if request.method == "HEAD":
            return Response(headers=headers)
        return StreamingResponse(self._counted(given), headers=headers)

    async def _counted(self, given: Link) -> AsyncIterator[bytes]:
        async for piece in self._service.objects.read(given.sha256):
            GIVEN.inc(len(piece))
            yield piece
