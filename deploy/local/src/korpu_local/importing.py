"""Importing an old register through the gateway: the mapping and the preview are shown before anything is entered."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from korpu_local.home import Trouble
from korpu_local.portal import Portal, Refused

PIECE = 200 * 1024
LONGEST = 3600.0
SHOWN = 15
COUNTS = "registered wouldRegister offered needsRepair unchanged joined dismissed withdrawn"
STATE = f"status rows worked encoding counts {{ {COUNTS} }}"

ONE = f"query One($id: ID!) {{ registerImport(id: $id) {{ {STATE} }} }}"

Thing = dict[str, Any]
KEPT_BY = {
    "organisations": "partners",
    "agreements": "partners",
    "letters": "partners",
    "publications": "partners",
    "contacts": "partners",
    "projects": "partners",
    "people": "mobility",
    "stays": "mobility",
    "visits": "events",
}
"""The kinds of registers, and which owner keeps the rows of each."""
DAYS = {"dmy": "day_first", "mdy": "month_first"}
"""How a register writes its days in numbers: the day or the month first."""


@dataclass(frozen=True)
class Register:
    """A file of an old register: what its rows are, how it and its days are written, and what all of them say."""

    file: Path
    kind: str
    encoding: str | None = None
    each: Mapping[str, str] = field(default_factory=dict)
    days: str | None = None

    @property
    def address(self) -> str:
        """Where its owner takes files and tells rows."""
        return f"/{KEPT_BY[self.kind]}/imports"


@dataclass(frozen=True)
class Importer:
    """Where the register goes, who brings it, and who is asked before it is entered."""

    gateway_url: str
    token: str
    screen: Console
    agrees: Callable[[str], bool]

    def run(self, register: Register) -> Thing:
        """Send a file, show how it is read and what would become of it, enter it if somebody agrees."""
        portal = Portal(self.gateway_url, self.token)
        headers = {"authorization": f"Bearer {self.token}", "accept-language": "en"}
        with httpx.Client(base_url=self.gateway_url, headers=headers, timeout=60) as client:
            try:
                return self._bring(portal, client, register)
            except Refused as refused:
                raise Trouble(str(refused)) from None
            except httpx.TransportError:
                raise Trouble(f"Körpü does not answer at {self.gateway_url}; start it with `make up`.") from None
            finally:
                portal.close()

    def _bring(self, portal: Portal, client: httpx.Client, register: Register) -> Thing:
        file_id, pieces = self._send(client, register)
        read = {"encoding": register.encoding} if register.encoding else {}
        begun = portal.does(
            "BeginImport", kind=register.kind, file=register.file.name, file_id=file_id, pieces=pieces, **read
        )
        begun["address"] = f"{register.address}/{begun['id'].partition(':')[2]}"
        if register.each:
            given = [{"field": name, "value": value} for name, value in register.each.items()]
            portal.does("MapColumns", id=begun["id"], defaults=given)
        if register.days:
            self._order(portal, client, begun, DAYS[register.days])
        self._mapping(portal, client, begun)
        portal.does("PreviewImport", id=begun["id"])
        seen = self._watch(portal, begun, "PREVIEWED")
        self._good(client, begun)
        self._tell(client, begun, seen)
        if not seen["counts"]["wouldRegister"] + seen["counts"]["offered"] + seen["counts"]["needsRepair"]:
            self.screen.print("  All of it is known already: nothing changes.")
            return seen
        try:
            agreed = self.agrees(f"Enter {seen['counts']['wouldRegister']} rows?")
        except EOFError:
            waits = f"{begun['code']} waits at {self.gateway_url}/registers; `make import` with YES=1 asks nobody."
            raise Trouble(f"Nobody answered, and nothing was entered. {waits}") from None
        if not agreed:
            portal.does("DropImport", id=begun["id"], reason="Not wanted after the preview")
            return seen
        began = time.monotonic()
        portal.does("StartImport", id=begun["id"])
        done = self._watch(portal, begun, "DONE")
        took = max(time.monotonic() - began, 0.001)
        self.screen.print(f"  {done['rows']} rows in {took:.1f} s ({done['rows'] / took:.0f} a second).")
        self._tell(client, begun, done)
        return done

    def _order(self, portal: Portal, client: httpx.Client, begun: Thing, order: str) -> None:
        """Say for every column that is read whether the day or the month comes first, should it hold days."""
        read = [each for each in self._rows(client, begun)["columns"] if each["field"]]
        given = [{"column": each["letter"], "field": each["field"], "day_order": order} for each in read]
        portal.does("MapColumns", id=begun["id"], columns=given)

    def _send(self, client: httpx.Client, register: Register) -> tuple[UUID, int]:
        try:
            content = register.file.read_bytes()
        except OSError as reason:
            raise Trouble(f"{register.file} cannot be read ({reason.strerror}).") from None
        file_id = uuid4()
        pieces = [content[at : at + PIECE] for at in range(0, len(content), PIECE)] or [b""]
        for number, piece in enumerate(pieces):
            answer = client.put(f"{register.address}/files/{file_id}/{number}", content=piece)
            if not answer.is_success:
                raise Trouble(f"The file was not taken: {answer.text[:300]}")
        return file_id, len(pieces)

    def _mapping(self, portal: Portal, client: httpx.Client, begun: Thing) -> None:
        if encoding := portal.asks(ONE, id=begun["id"])["registerImport"]["encoding"]:
            self.screen.print(f"  The letters are read as {encoding} (ENCODING=… names another).")
        told = self._rows(client, begun)
        self.screen.print(f"  {begun['code']} reads the columns so:")
        for each in told["defaults"]:
            self.screen.print(f"    every row: {each['field']} = {each['value']}", markup=False)
        for column in told["columns"]:
            meaning = column["field"] or "(kept, not read)"
            self.screen.print(f"    {column['letter']:>2} {column['heading']} → {meaning}", markup=False)

    def _watch(self, portal: Portal, begun: Thing, until: str) -> Thing:
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
        with Progress(*columns, console=self.screen) as bar:
            task = bar.add_task(f"  {begun['code']} until {until.lower()}", total=None)
            for state in _states(portal, begun["id"], until):
                bar.update(task, total=state["rows"] or None, completed=state["worked"])
        return state

    def _good(self, client: httpx.Client, begun: Thing) -> None:
        """What would be entered, as it is understood, with what is remarkable in it."""
        for row in self._rows(client, begun, "would_register")["rows"][:SHOWN]:
            values = "; ".join(f"{name}: {value}" for name, value in row["values"].items())
            self.screen.print(f"    row {row['row']} would be entered: {values}", markup=False)
            for remark in row["remarks"]:
                self.screen.print(f"      {remark['field']}: {remark['message']}", markup=False)

    def _tell(self, client: httpx.Client, begun: Thing, state: Thing) -> None:
        told = ", ".join(f"{many} {name}" for name, many in state["counts"].items() if many)
        self.screen.print(f"  {state['rows']} rows: {told or 'none'}.")
        for row in self._rows(client, begun, "needs_repair", "offered")["rows"][:SHOWN]:
            for remark in row["remarks"]:
                place = f"row {row['row']}, column {remark['column'] or remark['field']}"
                self.screen.print(f"    {place}: {remark['message']} ({remark['code']})", markup=False)
            if row["offered"]:
                self.screen.print(f"    row {row['row']} is like {', '.join(row['offered'])}", markup=False)

    def _rows(self, client: httpx.Client, begun: Thing, *outcomes: str) -> Thing:
        answer = client.get(f"{begun['address']}/rows", params={"outcome": list(outcomes)})
        if not answer.is_success:
            raise Trouble(f"The rows cannot be read: {answer.text[:300]}")
        told: Thing = answer.json()
        return told


def _states(portal: Portal, id: str, until: str) -> Iterator[Thing]:
    """The import as it goes on, until it stands so."""
    began = time.monotonic()
    while time.monotonic() - began < LONGEST:
        state: Thing = portal.asks(ONE, id=id)["registerImport"]
        yield state
        if state["status"] == until:
            return
        time.sleep(0.3)
    raise Trouble("The import does not go on; is the role `tick` of partners running?")
