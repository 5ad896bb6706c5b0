"""The words that `make` passes on."""

import argparse
import asyncio
import importlib
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from korpu_local.home import ROOT, Home, Trouble

HOME = ROOT / ".local"
NOBODY = "anonymous"


def up(_: argparse.Namespace) -> None:
    """Run everything until Ctrl-C."""
    from korpu_local import up as supervisor  # noqa: PLC0415 -- the other words answer at once without it

    supervisor.up(Home(HOME))


def down(_: argparse.Namespace) -> None:
    """Stop what was left behind, the servers kept up for tests too."""
    from korpu_local import up as supervisor  # noqa: PLC0415

    supervisor.down(Home(HOME))
    supervisor.down(Home(HOME / "test"))


def token(words: argparse.Namespace) -> None:
    """Print a token and nothing else."""
    from korpu_local.tokens import Caller, Issuer  # noqa: PLC0415

    home = Home(words.home)
    caller = Caller(
        role=words.role, units=words.unit or (), person_id=words.person, subject=words.subject, locale=words.locale
    )
    print(Issuer(home, words.url or issuer_url(home)).token(caller))


def clock(words: argparse.Namespace) -> None:
    """Move the clock of the running stack, or put it right again."""
    from korpu_local.moving import move_clock  # noqa: PLC0415

    file = Home(HOME).path / "clock"
    if words.now in {"", "real"}:
        file.unlink(missing_ok=True)
        print("The clock shows the real time again.")
        return
    try:
        at = datetime.fromisoformat(words.now)
        move_clock(file, at)
    except (ValueError, OverflowError):
        raise Trouble(f"NOW={words.now} is not a moment; write it like NOW=2027-01-31T09:00, or NOW=real.") from None
    print(f"Every process now believes that it is {words.now} in Baku; NOW=real puts it right.")


def psql(words: argparse.Namespace) -> None:
    """Open a database as its service sees it."""
    from korpu_local.databases import SERVICES, Databases  # noqa: PLC0415
    from korpu_local.postgres import PostgresServer  # noqa: PLC0415
    from korpu_local.servers import Servers  # noqa: PLC0415

    if words.service not in SERVICES:
        raise Trouble(f"SERVICE={words.service} is none of {', '.join(SERVICES)}.")
    home = Home(HOME)
    program = PostgresServer(home).tool("psql")
    dsn = Databases(Servers(home).running_postgres(), home).dsn(words.service)
    os.execv(program, [str(program), dsn, *words.more])  # noqa: S606 -- psql takes over the terminal


def explain(words: argparse.Namespace) -> None:
    """Show the SQL of a query, as the gateway compiles it for this role, and how PostgreSQL answers it."""
    from korpu_local.databases import Databases  # noqa: PLC0415
    from korpu_local.servers import Servers  # noqa: PLC0415
    from korpu_local.tokens import ROLES  # noqa: PLC0415

    if words.role not in {*ROLES, NOBODY}:
        raise Trouble(f"There is no role {words.role!r}; the roles are {', '.join(ROLES)}, and {NOBODY}.")
    home = Home(HOME)
    dsn = Databases(Servers(home).running_postgres(), home).dsn("gateway")
    known = {} if words.role == NOBODY else {"role": [words.role], "unit": words.unit or ROLES[words.role]}
    more = {**known, "person": [words.person] if words.person else [], "variables": [words.variables]}
    options = [part for name, values in more.items() for value in values for part in (f"--{name}", value)]
    environment = {**os.environ, "KORPU_DATABASE": dsn, "KORPU_ENVIRONMENT": "development"}
    command = [sys.executable, "-m", "korpu_gateway", "explain", words.query, *options]
    os.execve(sys.executable, command, environment)  # noqa: S606 -- its words are the answer


def topic(words: argparse.Namespace) -> None:
    """Print a topic from its beginning, readably."""
    from korpu_local.reading import print_topic  # noqa: PLC0415
    from korpu_local.servers import Servers  # noqa: PLC0415

    asyncio.run(print_topic(Servers(Home(HOME)).running_kafka().kafka(), words.name))


def import_(words: argparse.Namespace) -> None:
    """Import an old register into the running system: the preview is shown first."""
    from rich.console import Console  # noqa: PLC0415

    from korpu_local.importing import Importer, Register  # noqa: PLC0415
    from korpu_local.tokens import Caller, Issuer  # noqa: PLC0415
    from korpu_local.up import gateway_port  # noqa: PLC0415

    home = Home(HOME)
    issuer = Issuer(home, f"http://127.0.0.1:{home.remembered_port('issuer')}")
    gateway = f"http://127.0.0.1:{home.remembered_port('gateway-serve') or gateway_port()}"
    screen = Console(highlight=False)

    def agrees(question: str) -> bool:
        return words.yes or screen.input(f"  {question} [y/N] ").strip().lower() in {"y", "yes", "h", "hə", "bəli"}

    token = issuer.token(Caller(role="officer"))
    each = dict(said.split("=", 1) for said in words.each)
    Importer(gateway, token, screen, agrees).run(Register(words.file, words.kind, words.encoding, each, words.days))


def demo(words: argparse.Namespace) -> None:
    """Load the demonstration year of the office through the gateway at this address."""
    from korpu_local.tokens import Issuer  # noqa: PLC0415

    home = Home(HOME)
    issuer = Issuer(home, issuer_url(home))
    importlib.import_module("korpu_local.demo").load(words.gateway, issuer)


def trial(words: argparse.Namespace) -> None:
    """Try one chain through all services of the system behind this gateway."""
    from korpu_local.demo.office import Office  # noqa: PLC0415
    from korpu_local.tokens import Issuer  # noqa: PLC0415
    from korpu_local.trial import trial as chain  # noqa: PLC0415

    home = Home(HOME)
    chain(Office(words.gateway, Issuer(home, issuer_url(home)), home.path / "clock"), print)


def generate(_: argparse.Namespace) -> None:
    """Write contracts, schema and pictures anew."""
    from korpu_local import generated  # noqa: PLC0415

    generated.generate()


def release(words: argparse.Namespace) -> None:
    """Promise the contracts as they are now: python -m korpu_local release 1.0.0."""
    from korpu_local import generated  # noqa: PLC0415

    generated.release(words.number)


def databases(_: argparse.Namespace) -> None:
    """Make the roles and databases on the PostgreSQL of KORPU_POSTGRES, with the passwords that are given."""
    from korpu_local.databases import create_given  # noqa: PLC0415

    asyncio.run(create_given())


def topics(_: argparse.Namespace) -> None:
    """Create the topics on the Kafka of KORPU_KAFKA, give the declared rights and the passwords that are given."""
    from korpu_local.topics import prepare_given  # noqa: PLC0415

    asyncio.run(prepare_given())


def password(words: argparse.Namespace) -> None:
    """Print the password of a principal: on our own Kafka the one that it has, on KORPU_KAFKA a new one."""
    from korpu_local.servers import Servers  # noqa: PLC0415
    from korpu_local.topics import password_of  # noqa: PLC0415

    print(asyncio.run(password_of(Servers(Home(HOME)).running_kafka(), words.name)))


def certificates(words: argparse.Namespace) -> None:
    """Make an authority and a broker's certificate for these names, unless they are there."""
    from korpu_local.certificates import BROKER, ensure_certificates  # noqa: PLC0415

    ensure_certificates(words.public, words.private, words.names)
    (words.private / BROKER).chmod(0o644)  # the broker has an account of its own, and the folder is its alone


def issuer(words: argparse.Namespace) -> None:
    """Serve the keys with which tokens are verified."""
    from korpu_local.issuer import serve  # noqa: PLC0415
    from korpu_local.tokens import Issuer  # noqa: PLC0415

    serve(Issuer(Home(words.home), words.url), words.host, words.port)


def issuer_url(home: Home) -> str:
    """Name the issuer of this home, or the one that the environment names."""
    return os.environ.get("KORPU_ISSUER") or f"http://127.0.0.1:{home.remembered_port('issuer') or 8004}"


def parser() -> argparse.ArgumentParser:
    """Know the words and what each needs."""
    whole = argparse.ArgumentParser(prog="python -m korpu_local", description=__doc__)
    words = whole.add_subparsers(required=True, metavar="WORD")

    def word(act: Callable[[argparse.Namespace], None]) -> argparse.ArgumentParser:
        one = words.add_parser(act.__name__.rstrip("_"), help=act.__doc__)
        one.set_defaults(act=act)
        return one

    word(up)
    word(down)
    word(generate)
    word(release).add_argument("number")
    signing = word(token)
    signing.add_argument("--role", required=True)
    _add_caller(signing)
    for name in ("--subject", "--locale", "--url"):
        signing.add_argument(name)
    signing.add_argument("--home", type=Path, default=HOME)
    word(clock).add_argument("now")
    asking = word(psql)
    asking.add_argument("service")
    asking.add_argument("more", nargs="*")
    word(topic).add_argument("name")
    _add_question(word(explain))
    _add_register(word(import_))
    for act in (demo, trial):
        word(act).add_argument("gateway")
    word(databases)
    word(topics)
    word(password).add_argument("name")
    signing = word(certificates)
    for name in ("public", "private"):
        signing.add_argument(name, type=Path)
    signing.add_argument("names", nargs="+")
    serving = word(issuer)
    serving.add_argument("--home", type=Path, default=HOME)
    serving.add_argument("--url", required=True)
    serving.add_argument("--host", default="127.0.0.1")
    serving.add_argument("--port", type=int, required=True)
    return whole


def _said(words: str) -> str:
    if not words.partition("=")[1]:
        raise argparse.ArgumentTypeError("say it as in direction=incoming")
    return words


def _add_caller(one: argparse.ArgumentParser) -> None:
    one.add_argument("--unit", action="append")
    one.add_argument("--person")


def _add_register(importing: argparse.ArgumentParser) -> None:
    from korpu_local.importing import DAYS, KEPT_BY  # noqa: PLC0415

    importing.add_argument("file", type=Path)
    importing.add_argument("--kind", choices=[*KEPT_BY], default=next(iter(KEPT_BY)))
    importing.add_argument("--yes", action="store_true")
    importing.add_argument("--days", choices=[*DAYS], help="whether days in numbers begin with the day or the month")
    importing.add_argument("--encoding", help="how a text is written, as in windows-1251")
    importing.add_argument("--each", action="append", default=[], type=_said, metavar="FIELD=VALUE")


def _add_question(one: argparse.ArgumentParser) -> None:
    one.add_argument("query")
    one.add_argument("--role", default="officer")
    one.add_argument("--variables", default="{}")
    _add_caller(one)


def main() -> None:
    """Do what the word says; trouble is one line for a person."""
    words = parser().parse_args()
    try:
        words.act(words)
    except Trouble as trouble:
        sys.exit(f"körpü: {trouble}")
    except KeyboardInterrupt:
        sys.exit(130)


main()
