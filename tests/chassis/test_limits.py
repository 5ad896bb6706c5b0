"""Limits of callers: places, rates, and who may keep the server waiting."""

from contextlib import ExitStack
from uuid import uuid4

import pytest

from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.caller_limits import ADDRESS, Busy, Caller, Places, Rate, TooManyRequests, Waiting, network

ANNA, VUGAR = Caller.of(Principal("anna")), Caller.of(Principal("vugar"))


def stranger(address: str = "203.0.113.7") -> Caller:
    return Caller.of(Principal.anonymous, address)


def taken(places: Places, stack: ExitStack, caller: Caller, count: int = 1) -> int:
    """How many of so many places this caller gets."""
    for got in range(count):
        try:
            stack.enter_context(places.place(caller))
        except Busy:
            return got
    return count


def test_strangers_have_a_part_and_each_caller_has_a_few() -> None:
    places = Places("loaves", 10, strangers=6, each=3, each_stranger=4)

    with ExitStack() as stack:
        assert taken(places, stack, stranger(), 9) == 4
        assert taken(places, stack, stranger("203.0.113.8"), 9) == 2
        assert taken(places, stack, ANNA, 9) == 3
        assert taken(places, stack, VUGAR, 9) == 1
    assert (places.taken, places.taken_by_strangers) == (0, 0)


def test_an_office_behind_one_address_is_as_many_callers_as_are_signed_in() -> None:
    places, token = Places("loaves", 2_000, strangers=1_000, each=2, each_stranger=2), ADDRESS.set("203.0.113.7")

    with ExitStack() as stack:
        assert taken(places, stack, Caller.of(Principal.anonymous), 3) == 2
        assert sum(taken(places, stack, Caller.of(Principal(f"officer-{each}")), 2) for each in range(300)) == 600
    ADDRESS.reset(token)


def test_how_often_is_counted_for_each_and_comes_back_with_time() -> None:
    now = [0.0]
    rate = Rate("loaves", at_once=2, a_second=0.5, clock=lambda: now[0])
    for _ in range(2):
        rate.take("anna")

    with pytest.raises(TooManyRequests) as refused:
        rate.take("anna")
    rate.take("vugar")
    now[0] = 2.0
    rate.take("anna")

    assert refused.value.retry_after == 2


def test_a_rate_remembers_no_more_callers_than_memory_bears() -> None:
    rate = Rate("loaves", at_once=1, a_second=1)

    for _ in range(11_000):
        rate.take(uuid4())

    assert len(rate._left) == 10_000  # noqa: SLF001 -- what it holds is the question


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("no address", "no address"),
    ],
)
def test_of_ipv6_the_network_is_counted(address: str, counted: str) -> None:
    assert network(address) == counted


def test_of_those_who_keep_us_waiting_the_eldest_go_first_of_the_fullest_address() -> None:
    waiting, gone = Waiting("loaves", most=4, each=3), list[str]()
    for address, who in [("a", "a1"), ("b", "b1"), ("b", "b2"), ("b", "b3"), ("b", "b4"), ("a", "a2")]:
        waiting.enter(who, address, lambda who=who: gone.append(who))  # type: ignore[misc]

    assert gone == ["b1", "a1"]
    assert len(waiting) == 4


def test_what_strangers_have_half_sent_is_bounded_together() -> None:
    waiting, held = Waiting("loaves", most=9, each=9, most_bytes=100), {"a": 60, "b": 60}
    for who, size in held.items():
        waiting.enter(who, None, lambda size=size: waiting.hold(-size))  # type: ignore[misc]

    for size in held.values():
        waiting.hold(size)

    assert (waiting.bytes, len(waiting)) == (60, 1)
