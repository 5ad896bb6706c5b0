"""Calendar feeds over HTTP: made and revoked by their owner, read by whoever has the secret link."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

import structlog
from fastapi import APIRouter, Query, Request, Response
from pydantic import AfterValidator
from sqlmodel import col

from korpu_chassis.calendar_feeds.feeds import CalendarFeeds
from korpu_chassis.calendar_feeds.links import Feed, Feeds, OpenCalendar, OpenedFeed, Revoked
from korpu_chassis.calendar_feeds.proof import is_silent, reminder
from korpu_chassis.calendar_feeds.refusals import ExpiresTooLate, LookedTooOften
from korpu_chassis.calendars.entry import Entry
from korpu_chassis.calendars.ics import written
from korpu_chassis.calendars.public import marked
from korpu_chassis.clock import BAKU, end_of_day
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.http.middleware import JSON, PROBLEM_RESPONSE, problem_response
from korpu_chassis.i18n.text import LANGUAGES, READABLE
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.link_secrets import new_secret
from korpu_chassis.identity.subjects import opaque
from korpu_chassis.refusals import Forbidden, NotFound, Unauthenticated
from korpu_chassis.runtime.routes import OwnerContext, answer, context_of, read_body, takes

LONGEST = timedelta(days=365)
BEHIND, AHEAD = timedelta(days=31), timedelta(days=5 * 365)
MOST_ENTRIES = 1000
UNKEPT = {"cache-control": "no-store", "referrer-policy": "no-referrer"}
READ = {**UNKEPT, "content-disposition": 'inline; filename="korpu.ics"', "x-content-type-options": "nosniff"}
CALENDAR = "text/calendar; charset=utf-8"
NAMES = {
    "az": "Körpü: müddətlər",
    "en": "Körpü: deadlines",
    "ru": "Körpü: сроки",
    "de": "Körpü: Fristen",
    "fr": "Körpü : échéances",
}
Entries = Callable[[Principal, UnitOfWork], Awaitable[Sequence[Entry]]]
"""What an aggregate declares: the days of its things that this person looks after, and may still read."""
Named = Annotated[str, Query(max_length=255, pattern=READABLE), AfterValidator(opaque)]
"""Whom the identity provider names so, to the letter, or the id that messages carry."""

log = structlog.get_logger()


def calendar_routes(feeds: CalendarFeeds, sources: Sequence[Entries]) -> APIRouter:
    """The routes of an owner's calendars, filled by what these aggregates declare."""
    router = APIRouter(tags=["calendars"])

    async def read_calendar(request: Request, secret: str) -> Response:
        """The deadlines of whoever made this link, as iCalendar; no token is needed, and nothing may keep it."""
        context = context_of(request)
        try:
            async with context.database.transaction() as session:
                uow = context.unit_of_work(session, request, Principal.system("calendar"), "ReadCalendar")
                feed = await feeds.find(secret, uow)
                entries = [] if is_silent(feed, uow) else await days_of(feed.owner, sources, uow)
                entries += reminder(feed, uow)
        except LookedTooOften as often:
            waits = problem_response(often, request)
            waits.headers["retry-after"] = "3600"
            return waits
        return marked(written(entries, feed.language, NAMES[feed.language]), CALENDAR, request, READ)

    _add_own(router, feeds)
    _add_revoking(router, feeds)
    router.add_api_route("/calendars/{secret}.ics", read_calendar, methods=["HEAD"], include_in_schema=False)
    router.add_api_route(
        "/calendars/{secret}.ics",
        read_calendar,
        methods=["GET"],
        operation_id="read_calendar",
        summary="The deadlines of whoever made this link, as iCalendar.",
        response_class=Response,
        responses={
            200: {"content": {CALENDAR: {"schema": {"type": "string"}}}, "description": "The calendar."},
            304: {"description": "It is as `If-None-Match` knows it."},
            **_problems(404, 422, 429, 503),
        },
    )
    return router


def _add_own(router: APIRouter, feeds: CalendarFeeds) -> None:
    """The routes by which somebody makes links of their own, and looks at them."""

    async def open_calendar(request: Request) -> Response:
        """Make a calendar link for the caller; the link is told this once."""
        context, principal = await _signed_in(request)
        question = await read_body(request, OpenCalendar)
        secret = new_secret()
        async with context.database.transaction() as session:
            uow = context.unit_of_work(session, request, principal, "OpenCalendar")
            language = question.language or principal.language or LANGUAGES[0]
            feed = await feeds.made(secret, language, question.label, _expiry(question, uow), uow)
        log.info("calendar.opened", feed=str(feed.id))
        told = OpenedFeed(**Feed.model_validate(feed).model_dump(), link=feeds.link(secret))
        return Response(told.model_dump_json(), 201, UNKEPT, JSON)

    async def own_calendars(request: Request) -> Response:
        """The caller's calendar links, without their secrets."""
        context, principal = await _signed_in(request)
        async with context.database.transaction() as session:
            found = await feeds.of_caller(context.unit_of_work(session, request, principal, "OwnCalendars"))
        told = Feeds(calendars=[Feed.model_validate(each) for each in found])
        return Response(told.model_dump_json(), 200, UNKEPT, JSON)

    router.add_api_route(
        "/calendars",
        open_calendar,
        methods=["POST"],
        status_code=201,
        operation_id="open_calendar",
        summary="Make a calendar link for the caller; the link is told this once.",
        response_model=OpenedFeed,
        responses=_problems(400, 401, 409, 413, 415, 422, 503),
        openapi_extra=takes(OpenCalendar),
    )
    router.add_api_route(
        "/calendars",
        own_calendars,
        methods=["GET"],
        operation_id="own_calendars",
        summary="The caller's calendar links, without their secrets.",
        response_model=Feeds,
        responses=_problems(401, 503),
    )


def _add_revoking(router: APIRouter, feeds: CalendarFeeds) -> None:
    """The routes by which links end."""

    async def revoke_calendar(request: Request, id: UUID) -> Response:
        """Revoke a calendar link of the caller; it is gone at once."""
        context, principal = await _signed_in(request)
        async with context.database.transaction() as session:
            mine = (col(feeds.table.id) == id) & (col(feeds.table.subject) == principal.subject)
            if not await feeds.take(mine, context.unit_of_work(session, request, principal, "RevokeCalendar")):
                raise NotFound("id")
        log.info("calendar.revoked", feed=str(id))
        return Response(status_code=204)

    async def revoke_calendars(request: Request, subject: Named) -> Response:
        """Revoke every calendar link of somebody who leaves; for the head."""
        context, principal = await _signed_in(request)
        if not feeds.ended_by.borne_by(principal):
            raise Forbidden
        async with context.database.transaction() as session:
            uow = context.unit_of_work(session, request, principal, "RevokeCalendars")
            gone = await feeds.take(col(feeds.table.subject) == subject, uow)
        log.info("calendar.revoked_of_another", actor=principal.subject, calendars=gone)
        return answer(Revoked(revoked=gone))

    router.add_api_route(
        "/calendars/{id}",
        revoke_calendar,
        methods=["DELETE"],
        status_code=204,
        operation_id="revoke_calendar",
        summary="Revoke a calendar link of the caller; it is gone at once.",
        responses=_problems(401, 404, 422, 503),
    )
    router.add_api_route(
        "/calendars",
        revoke_calendars,
        methods=["DELETE"],
        operation_id="revoke_calendars",
        summary="Revoke every calendar link of somebody who leaves; for the head.",
        response_model=Revoked,
        responses=_problems(401, 403, 422, 503),
    )


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    return dict.fromkeys(statuses, PROBLEM_RESPONSE)


async def days_of(whose: Principal, sources: Sequence[Entries], uow: UnitOfWork) -> list[Entry]:
    """What lies near enough, the soonest first; no more than a program bears."""
    first, last = uow.today - BEHIND, uow.today + AHEAD
    found = [entry for entries in sources for entry in await entries(whose, uow)]
    near = [entry for entry in found if first <= entry.day <= last]
    return sorted(near, key=lambda entry: (entry.day < uow.today, entry.day, entry.key))[:MOST_ENTRIES]


async def _signed_in(request: Request) -> tuple[OwnerContext, Principal]:
    context = context_of(request)
    principal = await context.principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    return context, principal


def _expiry(question: OpenCalendar, uow: UnitOfWork) -> datetime:
    latest = uow.now + LONGEST
    if question.expires_on is None:
        return latest
    last_day = latest.astimezone(BAKU).date()
    if not uow.today <= question.expires_on <= last_day:
        raise ExpiresTooLate("expires_on", latest=last_day)
    return end_of_day(question.expires_on)
