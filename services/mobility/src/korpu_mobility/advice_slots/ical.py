"""Appointments as iCalendar, for whoever advises and for whoever comes: with their token, for no one else."""

from fastapi import APIRouter, Request, Response
from sqlalchemy import or_
from sqlmodel import col

from korpu_chassis.calendars.entry import Entry
from korpu_chassis.calendars.ics import written
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.refusals import Unauthenticated
from korpu_chassis.runtime.routes import context_of
from korpu_mobility.advice_slots.domain import SlotStatus
from korpu_mobility.advice_slots.tables import AdviceSlot

router = APIRouter(tags=["advice"])
CALENDAR = "text/calendar; charset=utf-8"
KEPT = {"cache-control": "private, no-store", "x-content-type-options": "nosniff"}
MOST = 500
SHOWN = (SlotStatus.OFFERED, SlotStatus.BOOKED, SlotStatus.CANCELLED)
NAMES = {
    "az": "Körpü: məsləhət görüşləri",
    "en": "Körpü: advice appointments",
    "ru": "Körpü: консультации",
    "de": "Körpü: Beratungstermine",
    "fr": "Körpü : rendez-vous de conseil",
}
WORDS = {
    SlotStatus.OFFERED: {
        "az": "Məsləhət (boşdur)",
        "en": "Advice (free)",
        "ru": "Консультация (свободно)",
        "de": "Beratung (frei)",
        "fr": "Conseil (libre)",
    },
    SlotStatus.BOOKED: {"az": "Məsləhət", "en": "Advice", "ru": "Консультация", "de": "Beratung", "fr": "Conseil"},
    SlotStatus.CANCELLED: {
        "az": "Məsləhət ləğv olunub",
        "en": "Advice cancelled",
        "ru": "Консультация отменена",
        "de": "Beratung abgesagt",
        "fr": "Conseil annulé",
    },
}


@router.get(
    "/advice/mine.ics",
    operation_id="read_advice_calendar",
    response_class=Response,
    responses={
        200: {"content": {CALENDAR: {"schema": {"type": "string"}}}, "description": "The appointments."},
        **dict.fromkeys((401, 503), PROBLEM_RESPONSE),
    },
)
async def read_advice_calendar(request: Request) -> Response:
    """The caller's own appointments, those given and those booked, as iCalendar."""
    context = context_of(request)
    principal = await context.principal(request)
    if principal.is_anonymous:
        raise Unauthenticated
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, principal, "ReadAdviceCalendar")
        mine = col(AdviceSlot.advisor) == principal.subject
        if principal.person_id:
            mine = or_(mine, col(AdviceSlot.person_id) == principal.person_id)
        found = await uow.find(AdviceSlot, mine, col(AdviceSlot.status).in_(SHOWN))
    language = principal.language or "az"
    nearest = sorted(found, key=lambda each: (each.starts_at, each.id))[-MOST:]
    content = written([_entry(each) for each in nearest], language, NAMES[language])
    return Response(content, media_type=CALENDAR, headers=KEPT)


def _entry(slot: AdviceSlot) -> Entry:
    return Entry(
        key=f"advice-{slot.id}",
        day=slot.day,
        words=WORDS[SlotStatus(slot.status)],
        code=slot.code,
        title=None,
        version=slot.version,
        changed_at=slot.changed_at,
        starts=slot.starts_at,
        ends=slot.ends_at,
        place=slot.place,
        cancelled=slot.status == SlotStatus.CANCELLED,
    )
