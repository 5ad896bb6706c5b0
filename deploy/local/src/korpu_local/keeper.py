"""Starts again what has died, a little later each time."""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from korpu_local.programs import Program

GLANCE = 0.1
PATIENT = 8.0


@dataclass
class Watched:
    """One program with its next chance to be started."""

    program: Program
    pause: float = 0.2
    not_before: float = 0.0
    started: float = 0.0


class Keeper:
    """Looks at programs all the time, from a thread of its own."""

    def __init__(self, programs: Iterable[Program], tell: Callable[[str], None]) -> None:
        self._watched = [Watched(program) for program in programs]
        self._tell = tell
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="keeper", daemon=True)

    def begin(self) -> None:
        """Watch from now on."""
        self._thread.start()

    def end(self) -> None:
        """Watch no more; what dies stays dead."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(GLANCE):
            for each in self._watched:
                if each.program.wanted and not each.program.alive:
                    self._revive(each)

    def _revive(self, each: Watched) -> None:
        now = time.monotonic()
        if each.not_before <= each.started:
            each.pause = 0.2 if now - each.started > PATIENT else min(each.pause * 2, PATIENT)
            each.not_before = now + each.pause
        if now < each.not_before:
            return
        self._tell(f"{each.program.name} has stopped and is started again")
        try:
            each.program.start()
        except OSError as error:
            self._tell(f"{each.program.name} cannot start: {error}")
        each.started = time.monotonic()
