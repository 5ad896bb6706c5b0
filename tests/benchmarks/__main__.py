"""`make bench`: every figure with its bar; wrong answers give no figure, and the command fails."""

import importlib
import sys
from pathlib import Path

import uvloop

from tests.benchmarks.figures import Figure, Wrong, machine
from tests.benchmarks.ground import Ground


async def measure(names: list[str]) -> list[Figure]:
    """Take the figures of these modules, one after the other."""
    ground, taken = Ground(), []
    try:
        for name in names:
            module = importlib.import_module(f"tests.benchmarks.{name}")
            if not hasattr(module, "figures"):
                continue
            async for figure in module.figures(ground):
                sys.stdout.write(f"{figure}\n")
                sys.stdout.flush()
                taken.append(figure)
    finally:
        ground.stop()
    return taken


def main(wanted: list[str]) -> int:
    """Measure what is named, or all; 0 when every bar is met, 1 when one is missed, 2 when answers were wrong."""
    names = wanted or sorted(file.stem for file in Path(__file__).parent.glob("[a-z]*.py"))
    sys.stdout.write(f"{machine()}\n\n")
    try:
        taken = uvloop.run(measure(names))
    except Wrong as wrong:
        sys.stdout.write(f"No figure: {wrong}.\n")
        return 2
    return 0 if all(figure.holds for figure in taken) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
