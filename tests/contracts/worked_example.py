"""Follows CONTRIBUTING.md to the letter in a process of its own, and prints what came of it."""

import asyncio
import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from korpu_chassis import contract
from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_partners.app import service
from tests.office import Office

KONSTANZ: dict[str, Any] = {
    "names": [{"language": "en", "kind": "label", "text": "University of Konstanz"}],
    "kinds": ["university"],
    "scope": "foreign",
    "country": "DE",
}


def blocks(page: Path) -> list[str]:
    """Find the pieces of Python that add a command."""
    section = page.read_text("utf-8").partition("\n## Add a command")[2].partition("\n## ")[0]
    return re.findall(r"```python\n(.*?)```", section, re.DOTALL)


async def followed(page: Path, dsn: str) -> dict[str, Any]:
    """Add the command as the page says, give it once well and once badly, and look at the contract."""
    fact, command, test = blocks(page)
    names: dict[str, Any] = {"__name__": "example"}
    exec(compile(fact + command, str(page), "exec"), names)  # noqa: S102 -- the page is ours
    with use(FrozenClock(datetime(2026, 9, 7, 5, tzinfo=UTC))) as clock:
        office = Office(service, Database(dsn), clock)  # type: ignore[arg-type]
        known = await office.does("officer", "RegisterOrganisation", **KONSTANZ)
        await office.does("officer", "RequestLook", id=known["id"], by_day="2026-10-01", reason="moved?")
        names |= {"Office": Office, "registered": lambda _: _again(known)}
        exec(compile(test, str(page), "exec"), names)  # noqa: S102 -- the page is ours
        await names["test_a_look_is_not_asked_for_in_the_past"](office)
        said, audit = await office.said_about(known["id"]), await office.audit_of(known["id"])
        await office.database.close()
    return {"said": said, "why": audit[-1]["why"], "files": dict(contract.files_of(service))}


async def _again(known: Any) -> Any:
    return known


if __name__ == "__main__":
    print(json.dumps(asyncio.run(followed(Path(sys.argv[1]), sys.argv[2]))))  # noqa: T201 -- its answer
