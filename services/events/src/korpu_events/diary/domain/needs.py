"""What something occupies, and that nobody and nothing is in two places within it."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple
from uuid import UUID

from korpu_chassis.clock import BAKU
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.diary.refusals import AlreadyBooked


class EntryKind(StrEnum):
    """What takes people's time, rooms and cars."""

    VISIT = "visit"
    EVENT = "event"
    TRIP = "trip"


class Owner(NamedTuple):
    """What the hours are taken for, as a conflict names it; `part_of` is what it belongs to and does not hinder."""

    kind: EntryKind
    id: UUID
    code: str
    part_of: UUID | None = None


class Need(NamedTuple):
    """Somebody or something that an item occupies; `path` is the input's field that said so.

    What a thing occupies as a whole has the thing's own id: it lies around the items, and does not meet them.
    """

    item_id: UUID
    title: LocalizedText
    taken: str
    starts: datetime
    ends: datetime
    path: str


def clash(owner: Owner, title: LocalizedText, hours: tuple[datetime, datetime], need: Need, language: str) -> Exception:
    """The refusal that names the item, or the whole thing, which was there first."""
    begin, end = (each.astimezone(BAKU).strftime("%Y-%m-%d %H:%M") for each in hours)
    return AlreadyBooked(
        need.path,
        what=need.taken,
        kind=owner.kind.value,
        thing=owner.code,
        item=title.text(language),
        starts=begin,
        ends=end,
    )


def require_apart(owner: Owner, needs: Sequence[Need], language: str) -> None:
    """Within one thing nobody and nothing is in two places; an item that begins when another ends meets it not."""
    hours: dict[str, list[Need]] = {}
    for each in needs:
        if each.item_id != owner.id:
            hours.setdefault(each.taken, []).append(each)
    for taken in hours.values():
        for earlier, later in combinations(taken, 2):
            apart = earlier.ends <= later.starts or later.ends <= earlier.starts
            if not apart and earlier.item_id != later.item_id:
                raise clash(owner, earlier.title, (earlier.starts, earlier.ends), later, language)
