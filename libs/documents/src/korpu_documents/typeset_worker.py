"""The process that typesets one sheet: an order on standard input, the file on standard output, and it ends."""

import base64
import json
import resource
import sys
from pathlib import Path
from typing import Any, Literal

import typst

MOST_MEMORY = 2 * 1024**3
MOST_SECONDS = 30
STANDARDS: tuple[Literal["a-2a"], Literal["ua-1"]] = ("a-2a", "ua-1")
NOWHERE = "/nonexistent"


def press(order: dict[str, str | int]) -> bytes:
    """Typeset with the fonts of the wheel alone; no package is fetched and no file outside the root is read."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    compiler = typst.Compiler(
        _sources(Path(str(order["template"])), str(order["shared"])),
        root=str(order["root"]),
        font_paths=fonts,
        sys_inputs={"data": str(order["data"])},
        package_path=NOWHERE,
        package_cache_path=NOWHERE,
    )
    made = int(order["made"])
    if order["form"] == "pdf":
        return _bytes(compiler.compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=made))
    pages = compiler.compile(format="png", ppi=110, timestamp=made)
    listed = pages if isinstance(pages, list) else [pages]
    return json.dumps([base64.b64encode(_bytes(page)).decode() for page in listed]).encode()


def _sources(template: Path, shared: str) -> Any:
    """The template where it lies, or beside what it shares with templates of other roots."""
    if not shared:
        return str(template)
    common = {f"/{each.relative_to(shared)}": each.read_bytes() for each in sorted(Path(shared).rglob("*.typ"))}
    return {"main.typ": template.read_bytes(), **common}


def _bytes(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("nothing was made")
    return made


def main() -> int:
    """Do one order within bounds; why it cannot be done is said without repeating the data."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    order = json.loads(sys.stdin.buffer.read())
    order["root"] = str(Path(order["root"]).resolve(strict=True))
    try:
        made = press(order)
    except typst.TypstError as wrong:
        missing = "could not be displayed" in wrong.message
        sys.stderr.write("could not be displayed\n" if missing else f"not typeset: {wrong.message[:200]}\n")
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
