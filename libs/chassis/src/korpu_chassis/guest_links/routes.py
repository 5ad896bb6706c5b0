"""Guest links over HTTP: opened and revoked by who may, seen and answered by whoever holds the secret."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import structlog
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.guest_links.links import GuestLinks, Link, guest
from korpu_chassis.http.middleware import JSON, PROBLEM_RESPONSE
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import Unauthenticated
from korpu_chassis.runtime.routes import OwnerContext, context_of, read_body, takes
from korpu_chassis.validation.codes import Text, whole_number

UNKEPT = {"cache-control": "no-store", "referrer-policy": "no-referrer"}
LONGEST_DAYS = 90

log = structlog.get_logger()


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class OpenGuestLink(_Asked):
    """A link by which one side sees and answers one thing as it stands now."""

    kind: Annotated[Text, Field(max_length=60, description="What kind of thing it is.")]
    id: Annotated[UUID, Field(description="Which one.")]
    side: Annotated[Text, Field(max_length=60, description="Whose answer it is.")]
    days: Annotated[int, Field(ge=1, le=LONGEST_DAYS, description="How long it holds."), whole_number] = 35


class FindGuestLinks(_Asked):
    """The links of one thing."""

    kind: Annotated[Text, Field(max_length=60)]
    id: UUID


Secret = Annotated[str, Field(min_length=1, max_length=100, repr=False)]


class SeeAsGuest(_Asked):
    """What the link leads to; the secret is sent in the body, so that no log or address keeps it."""

    secret: Secret


class AcceptAsGuest(SeeAsGuest):
    """Yes to what was seen; a link is answered once."""


class RejectAsGuest(SeeAsGuest):
    """No to what was seen, and why; a link is answered once."""

    comment: Annotated[Text, Field(max_length=2000, description="For those who asked; it is not published.")]


class GuestLink(BaseModel):
    """A link without its secret."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    kind: str
    thing: UUID
    side: str
    opened_by: str
    opened_at: datetime
    expires_at: datetime
    acted_at: datetime | None
    revoked_at: datetime | None


class OpenedGuestLink(GuestLink):
    """A new link with its address at the gateway, which is told this once."""

    link: str


class GuestLinkList(BaseModel):
    """The links of one thing, the newest first."""

    links: list[GuestLink]


class SeenByGuest(BaseModel):
    """All that a guest sees of a thing."""

    kind: str
    side: str
    expires_at: datetime
    shown: dict[str, Any]


class AnsweredByGuest(BaseModel):
    """How the thing stands after the answer."""

    kind: str
    side: str
    status: str
    further: str | None = Field(default=None, description="By which the guest goes on; told this once, or left out.")


def guest_routes(links: GuestLinks) -> APIRouter:
    """The routes of a service's guest links; `see`, `accept` and `reject` ask for no token."""
    at, router = _Routes(links), APIRouter(tags=["guest links"])
    opened = {400, 401, 404, 409, 413, 415, 422, 503}
    asked = opened - {401} | {429}
    for path, endpoint, kind, told, statuses in (
        ("/guest-links", at.open_guest_link, OpenGuestLink, OpenedGuestLink, opened),
        ("/guest-links/find", at.find_guest_links, FindGuestLinks, GuestLinkList, opened - {409}),
        ("/guest-links/see", at.see_as_guest, SeeAsGuest, SeenByGuest, asked - {409}),
        ("/guest-links/accept", at.accept_as_guest, AcceptAsGuest, AnsweredByGuest, asked),
        ("/guest-links/reject", at.reject_as_guest, RejectAsGuest, AnsweredByGuest, asked),
    ):
        router.add_api_route(
            path,
            endpoint,
            methods=["POST"],
            status_code=201 if told is OpenedGuestLink else 200,
            operation_id=endpoint.__name__,
            summary=str(endpoint.__doc__).partition("\n")[0],
            response_model=told,
            responses=dict.fromkeys(sorted(statuses), PROBLEM_RESPONSE),
            openapi_extra=takes(kind),
        )
    router.add_api_route(
        "/guest-links/{id}",
        at.revoke_guest_link,
        methods=["DELETE"],
        status_code=204,
        operation_id="revoke_guest_link",
        summary="End a link at once.",
        responses=dict.fromkeys((401, 404, 422, 503), PROBLEM_RESPONSE),
    )
    return router


class _Routes:
    """The endpoints, on the links of one service."""

    def __init__(self, links: GuestLinks) -> None:
        self._links = links

    async def open_guest_link(self, request: Request) -> Response:
        """Open a link for a guest; its address is told this once."""
        context, principal = await _signed_in(request)
        question = await read_body(request, OpenGuestLink)
        async with context.database.transaction() as session:
            uow = context.unit_of_work(session, request, principal, "OpenGuestLink")
            made, secret = await self._links.open(question.kind, question.id, question.side, question.days, uow)
        log.info("guest_link.opened", link=str(made.id))
        return _told(OpenedGuestLink(**_shown(made).model_dump(), link=_address(uow, secret)), 201)

    async def find_guest_links(self, request: Request) -> Response:
        """The links of one thing, without their secrets."""
        context, principal = await _signed_in(request)
        question = await read_body(request, FindGuestLinks)
        async with context.database.transaction() as session:
            uow = context.unit_of_work(session, request, principal, "FindGuestLinks")
            found = await self._links.of(question.kind, question.id, uow)
        return _told(GuestLinkList(links=[_shown(each) for each in found]))

    async def revoke_guest_link(self, request: Request, id: UUID) -> Response:
        """End a link at once."""
        context, principal = await _signed_in(request)
        async with context.database.transaction() as session:
            await self._links.revoke(id, context.unit_of_work(session, request, principal, "RevokeGuestLink"))
        log.info("guest_link.revoked", link=str(id))
        return Response(status_code=204)

    async def see_as_guest(self, request: Request) -> Response:
        """What a link leads to, for whoever holds its secret; each look is written down under the person."""
        context, question = context_of(request), await read_body(request, SeeAsGuest)
        async with context.database.transaction() as session:
            uow = context.unit_of_work(session, request, Principal.anonymous, "SeeAsGuest")
            link, thing = await self._links.look(question.secret, uow)
            guests, uow.principal = self._links.kind(link.kind), guest(link)
            shown = dict(await guests.shows(thing, uow))
            await uow.log_read(guests.about(thing), sorted(shown), f"guest link, {link.side}")
        return _told(SeenByGuest(kind=link.kind, side=link.side, expires_at=link.expires_at, shown=shown))

    async def accept_as_guest(self, request: Request) -> Response:
        """Accept what a link leads to, once."""
        question = await read_body(request, AcceptAsGuest)
        return await self._answered(request, question.secret, None)

    async def reject_as_guest(self, request: Request) -> Response:
        """Reject what a link leads to, once, with a comment."""
        question = await read_body(request, RejectAsGuest)
        return await self._answered(request, question.secret, question.comment)

    async def _answered(self, request: Request, secret: str, comment: str | None) -> Response:
        """Count the look and commit it before the thing is taken: a link is never held while waiting for its thing."""
        context, name = context_of(request), "AcceptAsGuest" if comment is None else "RejectAsGuest"
        async with context.database.transaction() as session:
            uow = context.unit_of_work(session, request, Principal.anonymous, name)
            link, _ = await self._links.look(secret, uow)
        async with context.database.transaction() as session:
            uow = context.unit_of_work(session, request, guest(link), name)
            thing, onward = await self._links.answer(link, comment, uow)
            further = None if onward is None else _address(uow, onward)
            told = AnsweredByGuest(kind=link.kind, side=link.side, status=thing.status, further=further)
        log.info("guest_link.answered", link=str(link.id), accepted=comment is None)
        return _told(told, left_out={"further"} if told.further is None else None)


def _address(uow: UnitOfWork, secret: str) -> str:
    """Where the page of the gateway shows what a link leads to; the secret stands where no browser sends it."""
    return f"/guest#{uow.service}.{secret}"


def _shown(link: Link) -> GuestLink:
    return GuestLink.model_validate(link)


def _told(value: BaseModel, status: int = 200, left_out: set[str] | None = None) -> Response:
    return Response(value.model_dump_json(exclude=left_out), status, UNKEPT, JSON)


async def _signed_in(request: Request) -> tuple[OwnerContext, Principal]:
    context = context_of(request)
    principal = await context.principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    return context, principal
