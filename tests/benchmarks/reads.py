"""What a read costs the gateway, through its real door, with a token and an id of its own each time."""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg
import httpx
import orjson
import psutil

from korpu_chassis.clock import now
from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.readmodel.documents import document, packed
from korpu_gateway.readmodel.pool import ReadingPool, reading_pool
from korpu_gateway.reads.answers import Answers
from korpu_gateway.reads.operations import read
from korpu_gateway.reads.reading import Reading
from korpu_gateway.schema import schema
from korpu_gateway.types import KINDS
from korpu_local.ports import free_port
from korpu_local.tokens import Caller, Issuer
from tests.benchmarks.asking import Question, ask, key_set, worked
from tests.benchmarks.figures import Figure, Wrong
from tests.benchmarks.ground import Ground
from tests.chassis.wire import Wire
from tests.gateway.library import Library, moment

ORGANISATIONS, AGREEMENTS, MOBILITIES, WRITINGS = 3_000, 4_500, 7_500, 3_000
PEOPLE = 8
SAMPLE, ROUNDS = 60, 20
READY_WITHIN = 120
"""Seconds: a machine that is busy with other things takes its time to start a process."""
OFFICER = Principal("officer", frozenset({"officer"}))
NESTED = """
    query Nested($after: String) { organisations(first: 50, after: $after) { edges { cursor node { id code name country
        agreements(first: 5) { edges { node { id code status title { text }
            mobilities(first: 5) { edges { node { id code status academicYear } } } } } } } } } }
"""
PUBLICATIONS = """
    query Publications($after: String) { publications(first: 50, after: $after) { edges { cursor node { id code status
        title { text } editions { language status outdated printings { isbn medium } } authors { code } } } } }
"""
LETTERS = """
    query Letters($after: String) { letters(first: 50, after: $after) { edges { cursor node { id code status due
        subject { text } correspondents { office organisation { name } } links { kind agreement { code status }
            organisation { code name } } } } } }
"""
SINGLE = """
    query Single($id: ID!) { agreement(id: $id) { id code version status kind starts ends title { text }
        parties { us unit } conditions { id kind peoplePerYear } } }
"""


@dataclass(frozen=True)
class Asked:
    """One question of the bars: its text, its variables, how often it is asked, and the bar."""

    what: str
    text: str
    variables: Sequence[dict[str, str]]
    times: int
    bar: float


async def figures(ground: Ground) -> AsyncIterator[Figure]:
    """Ask a gateway that runs as it does in operations: a process of its own on one core."""
    async with ground.wire() as wire:
        ground.migrate("gateway", wire)
        await furnish(wire)
        async with reading_pool(wire.dsn, 2) as pool, serving(ground, wire) as (port, process, issuer):
            for asked in await questions(pool):
                async for figure in _measured(asked, pool, port, process, issuer):
                    yield figure


async def _measured(
    asked: Asked, pool: ReadingPool, port: int, process: psutil.Process, issuer: Issuer
) -> AsyncIterator[Figure]:
    chance = random.Random(7)  # noqa: S311
    given = [chance.choice(asked.variables) for _ in range(asked.times)]
    tokens = [issuer.token(Caller(role="officer", subject=f"officer-{place}")) for place in range(asked.times + 200)]
    ready = [Question(asked.text, each, token) for each, token in zip(given, tokens, strict=False)]
    await ask(port, [Question(asked.text, asked.variables[0], token) for token in tokens[-200:]], PEOPLE)
    backends = [psutil.Process(row["pid"]) for row in await pool.fetch(BACKENDS)]

    before, behind = worked(process), sum(map(worked, backends))
    answers = await ask(port, ready, PEOPLE)
    seconds, database = worked(process) - before, sum(map(worked, backends)) - behind

    sample = chance.sample(range(asked.times), SAMPLE)
    told = [(given[place], answers[place]) for place in sample]
    times = await _ordinary(pool, asked.text, told) / await _planned(pool, asked.text, told)
    rate = asked.times / seconds
    yield Figure(f"gateway, {asked.what}, per core", rate, "op/s", at_least=asked.bar)
    yield Figure("  times as many as ordinary Strawberry execution, both without HTTP", times, "×", at_least=10)
    yield Figure("  PostgreSQL's part of each", 1000 * database / asked.times, "ms")


BACKENDS = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


async def _ordinary(pool: ReadingPool, text: str, asked: Sequence[tuple[dict[str, str], bytes]]) -> float:
    """Seconds of a core for one ordinary execution, without HTTP; what it answers is what the gateway answered."""
    me = psutil.Process()
    before = worked(me)
    for variables, told in asked:
        result = await schema().execute(text, variables, Reading(pool, OFFICER, "az", now()))
        if result.errors or orjson.dumps({"data": result.data}) != told:
            raise Wrong("the gateway's bytes are not those of ordinary execution")
    return (worked(me) - before) / len(asked)


async def _planned(pool: ReadingPool, text: str, asked: Sequence[tuple[dict[str, str], bytes]]) -> float:
    """Seconds of a core for one answer by a plan, without HTTP."""
    graph, me = schema()._schema, psutil.Process()  # noqa: SLF001 -- the compiled schema itself
    answers, operations = Answers(graph), read(graph, text)
    operation = operations.chosen(None)
    if operation is None:
        raise Wrong("there is not one operation")

    async def answered(given: dict[str, str]) -> bytes | None:
        reading = Reading(pool, OFFICER, "az", now())
        variables = answers.variables(operations, operation, given)
        if isinstance(variables, list):
            raise Wrong("the variables are wrong")
        plan = await answers.planned(text, operations, operation, variables, reading)
        return await answers.compiled(plan, variables, reading) if plan else None

    if [await answered(given) for given, _ in asked] != [told for _, told in asked]:
        raise Wrong("a plan's bytes are not those of the gateway")
    before = worked(me)
    for _ in range(ROUNDS):
        for given, _told in asked:
            await answered(given)
    return (worked(me) - before) / len(asked) / ROUNDS


async def questions(pool: ReadingPool) -> list[Asked]:
    """What is asked: places in three lists, and agreements."""
    ids = await pool.fetch("SELECT id FROM agreement")
    return [
        Asked("list of 50 with two nested levels", NESTED, await _places(pool, "organisation"), 3_000, 1_000),
        Asked("50 publications with editions", PUBLICATIONS, await _places(pool, "publication"), 2_000, 1_000),
        Asked("50 letters with what they link to", LETTERS, await _places(pool, "letter"), 2_000, 1_000),
        Asked("single object", SINGLE, [{"id": f"agreement:{row['id']}"} for row in ids], 6_000, 2_000),
    ]


async def _places(pool: ReadingPool, kind: str) -> list[dict[str, str]]:
    """Where a page of a list may begin."""
    rows = await pool.fetch(f"SELECT sort, id FROM {kind} ORDER BY sort, id")  # noqa: S608 - our kind
    return [{"after": f"{row['sort']}|{row['id']}"} for row in rows[:-60]]


async def furnish(wire: Wire) -> None:
    """A big office: each organisation with agreements and these with mobilities, and what is written to them."""
    library = Library()
    organisations = [
        library.organisation(f"{library.any(*'ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ')}niversitet {place}", status="active")
        for place in range(ORGANISATIONS)
    ]
    agreements = [library.agreement(library.any(*organisations), f"Memorandum {n}") for n in range(AGREEMENTS)]
    person = library.person()
    for _ in range(MOBILITIES):
        library.mobility(library.any(*agreements), person)
    for place in range(WRITINGS):
        organisation, agreement = organisations[place % ORGANISATIONS], agreements[place % AGREEMENTS]
        letter = library.letter(organisation, agreement)
        library.publication(organisation, library.project(organisation, agreement, letter, person), person)
    connection = await asyncpg.connect(wire.dsn)
    for kind, states in library.states.items():
        rows = [(s["id"], s["version"], packed(document(KINDS[kind], s)), moment()) for s in states]
        await connection.copy_records_to_table(kind, records=rows, columns=["id", "version", "doc", "valid_from"])
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


@asynccontextmanager
async def serving(ground: Ground, wire: Wire) -> AsyncIterator[tuple[int, psutil.Process, Issuer]]:
    """The gateway's serving process, and the issuer whose tokens it takes."""
    issuer, port = Issuer(ground.stack.home, "http://issuer.bench"), free_port()
    async with key_set(issuer.key_set()) as keys:
        told = {"KORPU_PORT": str(port), "KORPU_ISSUER": issuer.url, "KORPU_JWKS_URL": f"{keys}/jwks.json"}
        async with ground.at_work(ground.program("gateway", "serve", wire, **told)) as program:
            await _ready(port)
            process = program.process
            if process is None:
                raise Wrong(f"the gateway has stopped: {program.last_words()}")
            yield port, process, issuer


async def _ready(port: int) -> None:
    async with httpx.AsyncClient(trust_env=False) as client, asyncio.timeout(READY_WITHIN):
        while True:
            try:
                if (await client.get(f"http://127.0.0.1:{port}/ready")).is_success:
                    return
            except httpx.TransportError:
                await asyncio.sleep(0.05)
