"""A process that has served a flood gives the holes back that it left."""

import subprocess
import sys

from tests.chassis.started import Start, ask

FLOOD = """
from korpu_chassis.memory import Holes, taken
holes = Holes()
before = taken()
pieces = [b"x" * (60_000 + n) for n in range(3_000)]
stay = pieces[::50]
flooded = taken()
assert not Holes(grown=1 << 40).look()
del pieces
left = taken()
print(before, flooded, left, holes.look(), taken(), holes.look(), len(stay))
"""


def test_what_a_flood_has_left_is_given_back_once() -> None:
    told = subprocess.run([sys.executable, "-c", FLOOD], check=True, text=True, capture_output=True).stdout.split()
    before, flooded, left, given, after, again = (eval(each) for each in told[:6])  # noqa: S307 -- our own words

    assert flooded - before > 150_000_000
    assert left - before > 24 * 1024 * 1024
    assert given
    assert after - before < 30_000_000
    assert not again


def test_what_stood_before_the_first_request_is_not_looked_through_again(start: Start, port: int) -> None:
    start("serve", port=str(port)).until("http.listening")

    assert int(ask(port, "/looked-through").text) < 20_000
