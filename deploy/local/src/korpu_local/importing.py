"""Importing a file of organisations into the running system: batches, a progress bar, and what waits for a person."""

import csv
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from korpu_local.home import Trouble

BATCH = 200
SHOWN = 10
ENCODINGS = ("utf-8-sig", "cp1254")
HOW_MANY = "{ organisations { totalCount } }"

Row = dict[str, Any]


@dataclass
class Tally:
    """What became of the rows so far."""

    registered: int = 0
    unchanged: int = 0
    waiting: list[Row] = field(default_factory=list)

    def add(self, answer: Row) -> None:
        """Count one more batch."""
        self.registered += answer["registered"]
        self.unchanged += answer["unchanged"]
        self.waiting += answer["waiting"]


@dataclass(frozen=True)
class Importer:
    """Where the rows go, and who brings them."""

    partners_url: str
    gateway_url: str
    token: str
    screen: Console

    def run(self, file: Path) -> Tally:
        """Import a file; rows that an earlier import has taken are passed over, so a stopped one goes on."""
        rows = list(read(file))
        with httpx.Client(timeout=60, headers={"authorization": f"Bearer {self.token}"}) as client:
            before = self._shown(client)
            began = time.monotonic()
            tally = self._send(client, file.name, rows)
            took = time.monotonic() - began
            self._tell(len(rows), tally, took)
            self._wait_for_the_gateway(client, before + tally.registered, began)
        return tally

    def _send(self, client: httpx.Client, name: str, rows: list[Row]) -> Tally:
        tally, left = Tally(), iter(rows)
        with _bar(self.screen) as bar:
            task = bar.add_task(f"  importing {name}", total=len(rows))
            while batch := list(islice(left, BATCH)):
                answer = client.post(f"{self.partners_url}/imports/organisations", json={"file": name, "rows": batch})
                if answer.status_code != httpx.codes.OK:
                    raise Trouble(f"The import stopped at row {batch[0]['row']}: {answer.text[:300]}")
                tally.add(answer.json())
                bar.advance(task, len(batch))
        return tally

    def _tell(self, total: int, tally: Tally, took: float) -> None:
        say = self.screen.print
        repair = [row for row in tally.waiting if row["outcome"] == "needs_repair"]
        offered = [row for row in tally.waiting if row["outcome"] == "offered"]
        say(f"  {total} rows in {took:.1f} s ({total / max(took, 0.001):.0f} a second): {tally.registered} registered,")
        say(f"  {tally.unchanged} known from before, {len(offered)} like a known one, {len(repair)} need repair.")
        for row in repair[:SHOWN]:
            for problem in row["problems"]:
                say(f"    row {row['row']}, column {problem['column']}: {problem['message']} ({problem['code']})")
        for row in offered[:SHOWN]:
            say(f"    row {row['row']} is like {', '.join(row['offered'])}: {row['values'].get('name', '')}")
        if tally.waiting:
            say(f"  All that wait: GET {self.partners_url}/imports/organisations/waiting")

    def _wait_for_the_gateway(self, client: httpx.Client, wanted: int, began: float) -> None:
        with self.screen.status("  until the gateway shows all of them"):
            while (shown := self._shown(client)) < wanted:
                if time.monotonic() - began > 600:  # noqa: PLR2004 -- ten minutes are more than any import needs
                    raise Trouble(
                        f"The gateway shows {shown} of {wanted} organisations; see the log of gateway-consume."
                    )
                time.sleep(0.2)
        self.screen.print(
            f"  The gateway shows all {wanted} organisations, {time.monotonic() - began:.1f} s after the start."
        )

    def _shown(self, client: httpx.Client) -> int:
        answer = client.post(f"{self.gateway_url}/graphql", json={"query": HOW_MANY})
        return int(answer.json()["data"]["organisations"]["totalCount"])


def read(file: Path) -> Iterator[Row]:
    """Read a table with a heading, whatever its delimiter; rows are numbered as a spreadsheet does."""
    for encoding in ENCODINGS:
        try:
            text = file.read_text(encoding)
            break
        except UnicodeDecodeError:
            continue
        except OSError as reason:
            raise Trouble(f"{file} cannot be read ({reason.strerror}).") from None
    else:
        raise Trouble(f"{file} is no text that can be read; save it as CSV in UTF-8.")
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    for number, values in enumerate(csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter), 2):
        known = {name: value or "" for name, value in values.items() if name and isinstance(value, str | None)}
        yield {"row": number, "values": known}


def _bar(screen: Console) -> Progress:
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    return Progress(*columns, console=screen)
