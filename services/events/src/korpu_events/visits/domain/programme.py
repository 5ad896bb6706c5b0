"""The programme of a visit: inside its days, with people that it knows, and what each hour takes."""

from collections.abc import Sequence
from datetime import date, timedelta, timezone
from uuid import UUID

from korpu_chassis.clock import BAKU
from korpu_events.diary.interface import Need
from korpu_events.fields import one_spelling
from korpu_events.visits.parts import Interpreter, ProgrammeItem
from korpu_events.visits.refusals.programme import (
    EndsBeforeItBegins,
    InterpreterNotOfVisit,
    InterpreterStillNeeded,
    OutsideTheVisit,
    UnknownItem,
)

EARLIEST, LATEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
MOMENT = timedelta(microseconds=1)


def occupied(item: ProgrammeItem) -> dict[str, str]:
    """Whom and what an item takes for its time, and the input's field that said so."""
    taken = {f"person:{person}": f"people.{place}" for place, person in enumerate(item.people)}
    taken |= {f"person:{person}": f"interpreters.{place}" for place, person in enumerate(item.interpreters)}
    if item.host_id:
        taken[f"person:{item.host_id}"] = "host_id"
    return taken | spelled(item)


def needed(programme: Sequence[ProgrammeItem]) -> list[Need]:
    """Every hour of somebody or something that a programme needs."""
    return [
        Need(item.id, item.title, taken, item.starts, item.ends, path)
        for item in programme
        for taken, path in occupied(item).items()
    ]


def spelled(item: ProgrammeItem) -> dict[str, str]:
    """The room and the car of an item as it spells them, and the input's field."""
    named = {"room": item.room, "car": item.car}
    return {f"{kind}:{one_spelling(name)}": kind for kind, name in named.items() if name}


def require_within_visit(item: ProgrammeItem, starts: date, ends: date, language: str, *, abroad: bool) -> None:
    """An item lasts some time, during the visit; midnight belongs to the day that it ends.

    Here the days are those of Baku. A delegation that we send has the days of its host, wherever that is: the first
    begins when it begins anywhere, and the last ends when it has ended everywhere.
    """
    if item.ends <= item.starts:
        raise EndsBeforeItBegins("ends")
    early, late = (EARLIEST, LATEST) if abroad else (BAKU, BAKU)
    first, last = item.starts.astimezone(early).date(), (item.ends - MOMENT).astimezone(late).date()
    if first < starts or last > ends:
        raise OutsideTheVisit(
            "starts", item=item.title.text(language), starts=starts.isoformat(), ends=ends.isoformat()
        )


def require_known_interpreters(item: ProgrammeItem, interpreters: Sequence[Interpreter]) -> None:
    """Interpreters of an item are interpreters of the visit."""
    known = {each.person_id for each in interpreters}
    for place, person in enumerate(item.interpreters):
        if person not in known:
            raise InterpreterNotOfVisit(f"interpreters.{place}")


def require_unneeded(interpreters: Sequence[Interpreter], programme: Sequence[ProgrammeItem], language: str) -> None:
    """Every interpreter whom the programme needs is still there."""
    known = {each.person_id for each in interpreters}
    for item in programme:
        if not known.issuperset(item.interpreters):
            raise InterpreterStillNeeded("interpreters", item=item.title.text(language))


def item_of(programme: Sequence[ProgrammeItem], item_id: UUID) -> ProgrammeItem:
    """The item of this id."""
    for item in programme:
        if item.id == item_id:
            return item
    raise UnknownItem("item_id")


def replaced(programme: Sequence[ProgrammeItem], item: ProgrammeItem) -> tuple[ProgrammeItem, ...]:
    """The programme with this item in place of its earlier self, in the order of time."""
    others = [each for each in programme if each.id != item.id]
    return tuple(sorted((*others, item), key=lambda each: (each.starts, each.ends, each.id)))


def moved(programme: Sequence[ProgrammeItem], days: int) -> tuple[ProgrammeItem, ...]:
    """The same programme, so many days later, at the same hours."""
    distance = timedelta(days=days)
    return tuple(
        each.model_copy(update={"starts": each.starts + distance, "ends": each.ends + distance}) for each in programme
    )


def difference(before: Sequence[ProgrammeItem], after: Sequence[ProgrammeItem]) -> dict[str, tuple[ProgrammeItem, ...]]:
    """What was added, changed and removed, so that a department need not compare."""
    old = {item.id: item for item in before}
    new = {item.id: item for item in after}
    return {
        "added": tuple(item for item in after if item.id not in old),
        "changed": tuple(item for item in after if item.id in old and old[item.id] != item),
        "removed": tuple(item for item in before if item.id not in new),
    }
