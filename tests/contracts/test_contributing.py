"""The worked example of CONTRIBUTING.md is true."""

import json
import sys
from asyncio.subprocess import PIPE, create_subprocess_exec
from collections.abc import Awaitable, Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]


async def test_a_command_declared_as_the_page_says_has_all_that_the_page_promises(
    database: Callable[[str], Awaitable[str]],
) -> None:
    page, dsn = str(ROOT / "CONTRIBUTING.md"), await database("partners")

    process = await create_subprocess_exec(
        sys.executable, "-m", "tests.contracts.worked_example", page, dsn, cwd=ROOT, stdout=PIPE, stderr=PIPE
    )
    out, err = await process.communicate()

    assert process.returncode == 0, err.decode()
    told = json.loads(out.decode().splitlines()[-1])
    assert told["said"] == ["registered", "look_requested"]
    assert told["why"] == "moved?"
    files = told["files"]
    assert "| organisation | RequestLook | officer, head | prospect, active, suspended |" in files["permissions.md"]
    assert "/commands/request-look" in json.loads(files["openapi.json"])["paths"]
    assert "organisation.look_requested" in json.loads(files["asyncapi.json"])["components"]["messages"]
    assert json.loads(files["messages/organisation.look_requested.v1.example.json"])["change"]["by_day"]
    (command,) = [each for each in json.loads(files["commands.json"])["commands"] if each["name"] == "RequestLook"]
    assert command["refuses"] == ["look-day-is-past"]
