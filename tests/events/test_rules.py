"""The pure rules, for whatever anybody may give them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.refusals import Refusal
from korpu_events.action_points.domain.lifecycle import ActionPointStatus, status_on
from korpu_events.diary.domain.needs import EntryKind, Owner, require_apart
from korpu_events.visits.domain import readiness
from korpu_events.visits.domain.delegation import below_protocol, changed
from korpu_events.visits.domain.programme import (
    difference,
    moved,
    needed,
    occupied,
    replaced,
)
from korpu_events.visits.domain.vocabulary import Department, ItemKind, Rank, RequestStatus
from korpu_events.visits.parts import DepartmentRequest, Host, Member, ProgrammeItem

START = datetime(2026, 10, 5, 5, 0, tzinfo=UTC)
TITLE = LocalizedText.of(Texts(en="An hour"))
somebody = st.integers(0, 4).map(lambda number: UUID(int=number))
ids = st.uuids(version=4)
VISIT = Owner(EntryKind.VISIT, UUID(int=99), "VIS-1")


@st.composite
def items(draw: st.DrawFn) -> ProgrammeItem:
    begins = START + timedelta(minutes=draw(st.integers(0, 600)))
    return ProgrammeItem(
        kind=ItemKind.MEETING,
        title=TITLE,
        starts=begins,
        ends=begins + timedelta(minutes=draw(st.integers(1, 120))),
        host_id=draw(st.none() | somebody),
        people=tuple(draw(st.lists(somebody, max_size=2))),
        room=draw(st.none() | st.sampled_from(["A", "B"])),
    )


programmes = st.lists(items(), max_size=6)


@given(programmes)
def test_a_programme_is_refused_exactly_when_some_minute_finds_somebody_in_two_places(
    listed: list[ProgrammeItem],
) -> None:
    minutes = [START + timedelta(minutes=minute) for minute in range(721)]
    twice = False
    for minute in minutes:
        taken = [name for each in listed if each.starts <= minute < each.ends for name in occupied(each)]
        twice = twice or len(taken) != len(set(taken))

    assert clashes(listed) == twice


@given(items(), items())
def test_overlapping_is_mutual(one: ProgrammeItem, other: ProgrammeItem) -> None:
    assert clashes([one, other]) == clashes([other, one])


@given(programmes, programmes)
def test_the_difference_leads_from_the_old_programme_to_the_new(
    before: list[ProgrammeItem], after: list[ProgrammeItem]
) -> None:
    after = [*before[1:3], *after]
    found = difference(before, after)

    gone = {each.id for each in found["removed"]}
    built = {each.id: each for each in before if each.id not in gone}
    built |= {each.id: each for each in (*found["changed"], *found["added"])}

    assert built == {each.id: each for each in after}


@given(programmes, st.integers(-300, 300))
def test_a_moved_programme_keeps_its_clashes_and_comes_back(listed: list[ProgrammeItem], days: int) -> None:
    assert moved(moved(listed, days), -days) == tuple(listed)
    assert clashes(moved(listed, days)) == clashes(listed)


@given(programmes, items())
def test_an_item_stands_once_and_in_the_order_of_time(listed: list[ProgrammeItem], item: ProgrammeItem) -> None:
    after = replaced(replaced(listed, item), item)

    assert [each.id for each in after].count(item.id) == 1
    assert [each.starts for each in after] == sorted(each.starts for each in after)


members = st.lists(st.builds(Member, id=ids, head=st.booleans()), max_size=6, unique_by=lambda each: each.id)


@given(members, members, st.sets(ids, max_size=2), st.data())
def test_a_changed_member_list_is_what_stayed_and_what_came_or_it_is_refused(
    before: list[Member], added: list[Member], strangers: set[UUID], data: st.DataObject
) -> None:
    leaving = data.draw(
        st.sets(st.sampled_from([each.id for each in before]), max_size=3) if before else st.just(set())
    )
    expected = [*(each for each in before if each.id not in leaving), *added]
    allowed = bool(added or leaving or strangers) and not strangers and sum(each.head for each in expected) <= 1

    try:
        after = changed(before, added, leaving | strangers)
    except Refusal:
        assert not allowed
    else:
        assert allowed
        assert list(after) == expected


@pytest.mark.parametrize("now", RequestStatus)
@pytest.mark.parametrize("answer", ["accepted", "rejected", "withdrawn", "done"])
def test_every_answer_in_every_standing_is_allowed_or_refused(now: RequestStatus, answer: str) -> None:
    request = DepartmentRequest(department=Department.PR, what="A photograph", due=date(2026, 10, 1), status=now)
    allowed = {
        "pending": {"accepted", "rejected", "withdrawn", "done"},
        "accepted": {"done", "rejected", "withdrawn"},
        "rejected": {"withdrawn"},
        "done": {"withdrawn"},
    }.get(now, set())

    refused = refuses(readiness.answered, [request], request.id, answer, date(2026, 9, 9), "No staff")

    assert refused == (answer not in allowed)


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.integers(-50, 50))
def test_a_commitment_is_overdue_only_after_its_day_and_only_while_it_is_not_done(due: date, days: int) -> None:
    today = due + timedelta(days=days)

    undone = ActionPointStatus.OVERDUE if days > 0 else ActionPointStatus.OPEN
    assert status_on(None, None, due, today) == undone
    assert status_on(due, None, due, today) == ActionPointStatus.DONE
    assert status_on(due, due, due, today) == ActionPointStatus.VERIFIED


@pytest.mark.parametrize(
    ("level", "host", "warns"),
    [
        (Rank.RECTOR, Rank.RECTOR, "no"),
        (Rank.RECTOR, Rank.VICE_RECTOR, "yes"),
        (Rank.MINISTER, Rank.RECTOR, "no"),
        (Rank.MINISTER, Rank.DEAN, "yes"),
        (Rank.DEAN, Rank.DEAN, "no"),
        (Rank.DEAN, Rank.SPECIALIST, "yes"),
        (Rank.SPECIALIST, Rank.RECTOR, "no"),
    ],
)
def test_the_head_of_a_delegation_is_received_at_the_same_level_and_the_rector_is_the_highest_of_us(
    level: Rank, host: Rank, warns: str
) -> None:
    hosts = [Host(person_id=UUID(int=1), rank=host)]

    assert below_protocol(hosts, level, list(Rank)) == (warns == "yes")


def refuses(rule: Any, *given: Any) -> bool:
    try:
        rule(*given)
    except Refusal:
        return True
    return False


def clashes(listed: Sequence[ProgrammeItem]) -> bool:
    return refuses(require_apart, VISIT, needed(listed), "en")
