"""Programs of a stack: found again, asked once to stop, started again when they die."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from korpu_local.databases import SERVICES
from korpu_local.home import Home, Trouble
from korpu_local.kafka import Broker
from korpu_local.keeper import Keeper
from korpu_local.programs import Program
from korpu_local.stack import Parts, Stack

OBEDIENT = "import time\ntime.sleep(60)"
STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, lambda *_: print('no', flush=True))
print('up', flush=True)
time.sleep(60)
"""
ILL = "print('cannot find my database')\nraise SystemExit(1)"


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Callable[[str], Program]]:
    made = []

    def one(words: str) -> Program:
        made.append(Program(name="one", command=lambda: [sys.executable, "-c", words], home=Home(tmp_path)))
        return made[-1]

    yield one

    for each in made:
        each.kill()


def eventually(true: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    return true()


def test_a_program_is_found_again_by_whoever_comes_later(program: Callable[[str], Program]) -> None:
    first, second = program(OBEDIENT), program(OBEDIENT)
    first.start()

    second.start()

    assert first.process == second.process


def test_a_stranger_with_the_same_process_id_is_left_alone(program: Callable[[str], Program], tmp_path: Path) -> None:
    one = program(OBEDIENT)
    one.start()
    stranger = one.process
    assert stranger
    (tmp_path / "run" / "one.json").write_text(f"[{stranger.pid}, 1.0]")

    one.stop()

    assert stranger.is_running()
    stranger.kill()


def test_a_program_that_does_not_listen_is_ended(program: Callable[[str], Program]) -> None:
    one = program(STUBBORN)
    one.start()
    assert eventually(lambda: "up" in one.last_words())

    one.stop(seconds=0.5)

    assert not one.alive
    assert one.last_words().splitlines() == ["up", "no"]


def test_trouble_shows_what_the_program_said_last(program: Callable[[str], Program]) -> None:
    one = program(ILL)
    one.answers = lambda: False
    one.start()

    with pytest.raises(Trouble, match=r"one has stopped.*\n.*cannot find my database"):
        one.wait(10)


def test_what_dies_is_started_again_and_what_is_stopped_stays_stopped(program: Callable[[str], Program]) -> None:
    one, told = program(OBEDIENT), list[str]()
    one.start()
    keeper = Keeper([one], told.append)
    keeper.begin()

    one.kill()

    assert eventually(lambda: one.alive)
    assert told == ["one has stopped and is started again"]
    one.stop()
    time.sleep(0.5)
    assert not one.alive
    keeper.end()


def test_all_who_do_not_stop_are_ended_after_one_wait_and_named(tmp_path: Path) -> None:
    told: list[str] = []
    stack = Stack(Home(tmp_path), Parts(databases=dict.fromkeys(SERVICES, ""), broker=Broker("")), tell=told.append)
    words = {"first": STUBBORN, "second": STUBBORN, "third": OBEDIENT}
    stack.programs = {name: _of(name, text, tmp_path) for name, text in words.items()}
    for each in stack.programs.values():
        each.start()
    assert eventually(lambda: all("up" in stack.programs[each].last_words() for each in ("first", "second")))
    began = time.monotonic()

    stack.stop(3)

    assert time.monotonic() - began < 5
    assert [line.split()[0] for line in told] == ["first", "second"]
    assert not any(each.alive for each in stack.programs.values())


def _of(name: str, words: str, folder: Path) -> Program:
    return Program(name=name, command=lambda: [sys.executable, "-c", words], home=Home(folder))
