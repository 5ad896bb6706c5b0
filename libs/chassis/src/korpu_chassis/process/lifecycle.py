"""One process of a service: its settings, its role, and how it starts and stops."""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Any, NoReturn, TypeVar

import structlog
import uvloop
from pydantic import ValidationError

from korpu_chassis import clock
from korpu_chassis.configuration.setting_files import PREFIX, WrongFile
from korpu_chassis.configuration.settings import OwnerSettings, Settings, StoreSettings
from korpu_chassis.identity import subjects
from korpu_chassis.memory import Holes, prepare_memory
from korpu_chassis.observability import slow_statements, telemetry, tracing
from korpu_chassis.stopping import OrderToStop, Stopping, orders

log = structlog.get_logger()

AS_OWNER = frozenset({"migrate", "redact", "restore"})
"""What changes tables, or rows that nobody who serves may change: it is told the owner's way into the database."""
WRONG_SETTINGS = 2
GRACE = 20.0

S = TypeVar("S", bound=StoreSettings)
Role = Callable[[S], Awaitable[None]]
Tool = Callable[[Any, Sequence[str]], Awaitable[int]]


def run(
    service: str,
    roles: Mapping[str, Role[Any]],
    settings_class: type[Settings],
    without_settings: Mapping[str, Callable[[], None]] | None = None,
    tools: Mapping[str, Tool] | None = None,
) -> NoReturn:
    """Run the role named on the command line until it ends or is told to stop, and leave with its exit code.

    A tool is for people: it gets the words after its name, needs the database alone, and ends by itself.
    """
    bare = without_settings or {}
    name, words = _role(service, [*roles, *bare], list(tools or {}))
    if tools and name in tools:
        store = settings_of(service, OwnerSettings if name in AS_OWNER else StoreSettings)
        telemetry.configure(service, name, level=store.log_level, stream=sys.stderr)
        sys.exit(asyncio.run(_tool(tools[name], store, words)))
    if name in bare:
        bare[name]()
        sys.exit(0)
    settings = settings_of(service, OwnerSettings if name in AS_OWNER else settings_class)
    telemetry.configure(service, name, level=settings.log_level)
    slow_statements.log_from(settings.slow_statement_ms)
    tracing.trace_to(service, name, settings.otlp_endpoint)
    if isinstance(settings, Settings):
        _install(settings)
    sys.exit(_run(service, name, roles[name], settings))


def _install(settings: Settings) -> None:
    subjects.hide_with(settings.subject_key)
    if settings.clock_file:
        clock.install(clock.FileClock(settings.clock_file))


async def _tool(tool: Tool, settings: StoreSettings, words: Sequence[str]) -> int:
    return await tool(settings, words)


def _role(service: str, roles: list[str], tools: list[str]) -> tuple[str, list[str]]:
    parser = argparse.ArgumentParser(prog=f"python -m korpu_{service}")
    parser.add_argument("role", choices=[*roles, *tools])
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.words and given.role not in tools:
        parser.error(f"{given.role} takes no further words")
    return str(given.role), list(given.words)


def settings_of(service: str, settings_class: type[S]) -> S:
    """What the environment says, or the end of the process with the name of what is missing or wrong."""
    try:
        return settings_class()
    except WrongFile as wrong:
        sys.stderr.write(f"korpu {service}: {wrong}\n")
        sys.exit(WRONG_SETTINGS)
    except ValidationError as wrong:
        for error in wrong.errors(include_input=False, include_url=False, include_context=False):
            name = PREFIX + "_".join(str(part) for part in error["loc"]).upper() if error["loc"] else ""
            what = "is missing" if error["type"] == "missing" else error["msg"].removeprefix("Value error, ")
            sys.stderr.write(f"korpu {service}: {f'{name} {what}'.strip()}\n")
        sys.exit(WRONG_SETTINGS)


def _run(service: str, name: str, role: Role[Any], settings: StoreSettings) -> int:
    prepare_memory()
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_until_stopped(role, settings))
    except Exception as crash:  # noqa: BLE001 -- the process ends here, and its log says why
        return _told(f"korpu {service} {name}", crash)
    return 0


def _told(who: str, crash: Exception) -> int:
    reasons = list(_leaves(crash))
    if all(isinstance(reason, Stopping) for reason in reasons):
        sys.stderr.writelines(f"{who}: {reason}\n" for reason in reasons)
    else:
        log.critical("process.crashed", exc_info=crash)
    return 1


def _leaves(crash: BaseException) -> Iterator[BaseException]:
    if isinstance(crash, BaseExceptionGroup):
        for each in crash.exceptions:
            yield from _leaves(each)
    else:
        yield crash


async def _until_stopped(role: Role[S], settings: S) -> None:
    """Run the role; a first signal asks it to end within the grace, a second one ends the process at once."""
    order = OrderToStop()
    orders[:] = [order]
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, order.obey, number)
    log.info("process.started", pid=os.getpid())
    looking = asyncio.ensure_future(Holes().forever())
    working = asyncio.ensure_future(role(settings))
    told = asyncio.ensure_future(order.in_force.wait())
    await asyncio.wait({working, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    _, late = await asyncio.wait({working}, timeout=GRACE)
    looking.cancel()
    if late:
        log.warning("process.too_slow_to_stop", seconds=GRACE)
        working.cancel()
        await asyncio.wait({working}, timeout=1)
    elif error := working.exception():
        raise error
    log.info("process.stopped")


def together(*roles: Role[S]) -> Role[S]:
    """One role that does the work of several in one process; when one of them fails, all end."""

    async def work(settings: S) -> None:
        async with asyncio.TaskGroup() as group:
            for role in roles:
                group.create_task(_awaited(role(settings)))

    return work


async def _awaited(work: Awaitable[None]) -> None:
    await work
