"""The programme of an event: sessions inside its hours, and what each of them takes."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from korpu_events.diary.interface import Need
from korpu_events.events.parts import Session
from korpu_events.events.refusals.sessions import OutsideTheEvent, SessionBackwards, TooManySessions, UnknownSession
from korpu_events.fields import one_spelling

MOST_SESSIONS = 200


def session_of(sessions: Sequence[Session], id: UUID) -> Session:
    """The session of this id."""
    for each in sessions:
        if each.id == id:
            return each
    raise UnknownSession("session_id")


def require_within(sessions: Sequence[Session], hours: tuple[datetime, datetime], zone: str, language: str) -> None:
    """Every session lasts some time, within the hours of the event; hours are told as its place tells them."""
    starts, ends = hours
    for each in sessions:
        if each.ends <= each.starts:
            raise SessionBackwards("ends")
        if each.starts < starts or each.ends > ends:
            told = (moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M") for moment in hours)
            first, last = told
            raise OutsideTheEvent("starts", item=each.title.text(language), starts=first, ends=last, zone=zone)


def needed(sessions: Sequence[Session]) -> list[Need]:
    """Every hour of somebody or of a room that the sessions need."""
    found = []
    for each in sessions:
        taken = {f"person:{person}": f"speakers.{place}" for place, person in enumerate(each.speakers)}
        taken |= {f"person:{person}": f"interpreters.{place}" for place, person in enumerate(each.interpreters)}
        if each.room:
            taken[f"room:{one_spelling(each.room)}"] = "room"
        found += [Need(each.id, each.title, name, each.starts, each.ends, path) for name, path in taken.items()]
    return found


def put(sessions: Sequence[Session], session: Session) -> tuple[Session, ...]:
    """The programme with this session in place of its earlier self, in the order of time; it can still be read."""
    others = [each for each in sessions if each.id != session.id]
    if len(others) >= MOST_SESSIONS:
        raise TooManySessions(limit=MOST_SESSIONS)
    return tuple(sorted((*others, session), key=lambda each: (each.starts, each.ends, each.id)))


def moved(sessions: Sequence[Session], earlier: datetime, later: datetime, zone: str) -> tuple[Session, ...]:
    """The same programme when the event begins at another moment: clocks at its place show the same hours as planned.

    A lecture at ten stays one at ten across a change of summer time, and lasts as long as before.
    """
    place = ZoneInfo(zone)
    distance = _shown(later, place) - _shown(earlier, place)
    found = []
    for each in sessions:
        begins = (_shown(each.starts, place) + distance).replace(tzinfo=place).astimezone(each.starts.tzinfo)
        found.append(each.model_copy(update={"starts": begins, "ends": begins + (each.ends - each.starts)}))
    return tuple(found)


def difference(before: Sequence[Session], after: Sequence[Session]) -> dict[str, tuple[Session, ...]]:
    """What was added, changed and removed, so that nobody need compare."""
    old, new = ({each.id: each for each in listed} for listed in (before, after))
    return {
        "added": tuple(each for each in after if each.id not in old),
        "changed": tuple(each for each in after if each.id in old and old[each.id] != each),
        "removed": tuple(each for each in before if each.id not in new),
    }


def _shown(moment: datetime, place: ZoneInfo) -> datetime:
    """What clocks at the place show."""
    return moment.astimezone(place).replace(tzinfo=None)
