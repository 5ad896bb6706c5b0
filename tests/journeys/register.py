"""An old register at the portal: sent in pieces, and everything else asked of the graph."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from korpu_local.importing import KEPT_BY
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually

PIECE = 200 * 1024
COUNTS = "registered wouldRegister offered needsRepair unchanged joined dismissed withdrawn"
ONE = f"query($id: ID!) {{ registerImport(id: $id) {{ version status rows worked counts {{ {COUNTS} }} }} }}"
ROWS = """query($id: ID!, $outcome: [RegisterRowOutcome!], $after: Int!) {
    registerRows(of: $id, outcome: $outcome, after: $after) {
        next columns { letter heading field }
        rows { row outcome cells { column text } values { field text } remarks { field column code message }
               offered { id } thing { id ... on Agreement { code status } } }
} }"""
SECONDS = 90.0


class Register:
    """One file on its way in."""

    def __init__(self, office: Office, file: Path, kind: str) -> None:
        """Send the file, and let its columns be guessed."""
        self._office = office
        url, token = office.entrance("officer")
        content, file_id = file.read_bytes(), uuid4()
        pieces = range(0, len(content), PIECE)
        for number, at in enumerate(pieces):
            address = f"{url}/{KEPT_BY[kind]}/imports/files/{file_id}/{number}"
            headers = {"authorization": f"Bearer {token}"}
            httpx.put(address, content=content[at : at + PIECE], headers=headers).raise_for_status()
        given: Thing = {"kind": kind, "file": file.name, "file_id": file_id, "pieces": len(pieces)}
        self.id = office.officer.does("BeginImport", **given)["id"]

    def does(self, command: str, **given: Any) -> Thing:
        """Do something with it."""
        return self._office.officer.does(command, id=self.id, **given)

    def refuses(self, command: str, **given: Any) -> str:
        """What cannot be done with it, and why."""
        return self._office.officer.refuses(command, id=self.id, **given)

    def now(self) -> Thing:
        """How it stands."""
        told: Thing = self._office.officer.asks(ONE, id=self.id)["registerImport"]
        return told

    def until(self, status: str) -> dict[str, int]:
        """Wait until it stands so, and count its rows by what became of them."""
        told = eventually(self.now, lambda one: one["status"] == status, SECONDS)
        return {name: many for name, many in told["counts"].items() if many}

    def previewed(self) -> dict[str, int]:
        """Look at every row, and enter none."""
        self.does("PreviewImport")
        return self.until("PREVIEWED")

    def entered(self) -> dict[str, int]:
        """Enter what can be entered."""
        self.does("StartImport")
        return self.until("DONE")

    def columns(self) -> dict[str, str | None]:
        """Which field each column is taken for."""
        return {each["letter"]: each["field"] for each in self._page(0)["columns"]}

    def rows(self, *outcomes: str) -> list[Thing]:
        """Its rows with these outcomes, all pages of them."""
        return [row for page in self._pages(*outcomes) for row in page["rows"]]

    def _pages(self, *outcomes: str) -> Iterator[Thing]:
        after: int | None = 0
        while after is not None:
            page = self._page(after, *outcomes)
            after = page["next"]
            yield page

    def _page(self, after: int, *outcomes: str) -> Thing:
        asked = {"id": self.id, "outcome": list(outcomes) or None, "after": after}
        told: Thing = self._office.officer.asks(ROWS, **asked)["registerRows"]
        return told
