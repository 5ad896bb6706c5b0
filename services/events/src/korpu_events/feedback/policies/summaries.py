"""What is told of the answers about an event, and to whom: nobody reads them while it is open."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.events.interface import EventAskedAbout, asked_about
from korpu_events.feedback.domain.answers import mean
from korpu_events.feedback.interface import Comer, answers_given, asked_of
from korpu_events.feedback.tables import FeedbackCount, FeedbackWords
from korpu_events.registrations.interface import attendance_of

FEWEST = 5
"""Fewer answers than these are for the organisers alone: others could guess whose they are."""


async def told_of(event_id: UUID, uow: UnitOfWork) -> Mapping[str, Any] | None:
    """How it stands with the answers about an event, as far as the caller may know; nothing, if it has no questions."""
    event = await asked_about(event_id, uow)
    registration = await attendance_of(event_id, uow.principal.person_id, uow)
    if event is None or not event.questions or not (event.read or registration):
        return None
    waits = bool(registration and await asked_of(Comer(registration, event_id), uow))
    told: dict[str, Any] = {"until": event.until, "open": event.open, "waits_for_me": waits}
    if event.answers is None:
        return told | ({"answers": await answers_given(event_id, uow)} if event.organised else {})
    shown = event.organised or (event.read and event.answers >= FEWEST)
    told |= {"answers": event.answers} if event.read else {}
    return told | ({"questions": await _summaries(event, uow)} if shown else {})


async def _summaries(event: EventAskedAbout, uow: UnitOfWork) -> list[dict[str, Any]]:
    counts: dict[UUID, dict[str, int]] = defaultdict(dict)
    for each in await uow.find(FeedbackCount, col(FeedbackCount.event_id) == event.id):
        counts[each.question_id][each.answer] = each.people
    words: dict[UUID, list[str]] = defaultdict(list)
    for said in await uow.find(FeedbackWords, col(FeedbackWords.event_id) == event.id):
        words[said.question_id].append(said.text)
    return [
        {
            "id": each.id,
            "kind": each.kind,
            "text": each.text,
            "people": sum(counts[each.id].values()) or len(words[each.id]),
            "mean": mean(counts[each.id]) if each.kind == "rating" else None,
            "counts": [{"answer": answer, "people": people} for answer, people in sorted(counts[each.id].items())],
            "words": sorted(words[each.id]) if event.organised and each.kind == "words" else None,
        }
        for each in event.questions
    ]
