"""What time it is for the office: instants in UTC, days in Baku, and a clock that development may move."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

BAKU = ZoneInfo("Asia/Baku")


class Clock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)

    @staticmethod
    def frozen(at: datetime) -> "FrozenClock":
        """A clock that stands still until it is moved."""
        return FrozenClock(at)


class FrozenClock(Clock):
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        """Stand at this instant."""
        self.move_to(at)

    def now(self) -> datetime:
        """The instant at which the clock was last put."""
        return self._at

    def move_to(self, at: datetime) -> None:
        """Put the clock at this instant; a time without a zone is Baku's."""
        self._at = (at if at.tzinfo else at.replace(tzinfo=BAKU)).astimezone(UTC)


class FileClock(Clock):
    """The machine's clock moved by the seconds that a file holds, so that one command moves all processes.

    The file is read again when it has changed; no file means no move, and an unreadable one the last move.
    """

    def __init__(self, path: Path) -> None:
        """Follow this file."""
        self._path = path
        self._stamp: tuple[int, int, int] | None = None
        self._offset = timedelta(0)

    def now(self) -> datetime:
        """The machine's time plus the file's offset."""
        return datetime.now(UTC) + self._moved()

    def _moved(self) -> timedelta:
        try:
            found = self._path.stat()
            stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
            if stamp != self._stamp:
                self._offset = _within_reach(float(self._path.read_text("ascii")))
                self._stamp = stamp
        except FileNotFoundError:
            self._stamp, self._offset = None, timedelta(0)
        except (ValueError, OverflowError):
            pass
        return self._offset


def _within_reach(seconds: float) -> timedelta:
    offset = timedelta(seconds=seconds)
    if abs(offset) > timedelta(days=150 * 365):
        raise OverflowError
    return offset


_process: list[Clock] = [Clock()]
_scoped: ContextVar[Clock | None] = ContextVar("clock", default=None)


def install(clock: Clock) -> None:
    """Make this the clock of the whole process."""
    _process[0] = clock


@contextmanager
def use(clock: Clock) -> Iterator[Clock]:
    """Tell the time by this clock inside the block and the tasks that it starts."""
    token = _scoped.set(clock)
    try:
        yield clock
    finally:
        _scoped.reset(token)


def now() -> datetime:
    """The present instant, in UTC."""
    return (_scoped.get() or _process[0]).now()


def today() -> date:
    """The present day in Baku."""
    return now().astimezone(BAKU).date()


def start_of_day(day: date) -> datetime:
    """The first instant of this day in Baku."""
    return datetime.combine(day, time.min, tzinfo=BAKU).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """The last instant of this day in Baku: a deadline includes its day, also an hour that summer time gives twice."""
    return datetime.combine(day, time.max.replace(fold=1), tzinfo=BAKU).astimezone(UTC)
