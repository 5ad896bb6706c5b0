"""Commands: declared once, executed in one unit of work."""

SURFACE = (
    "aggregate",
    "answer",
    "command",
    "execution",
    "impact",
    "permission",
    "state",
    "task",
    "translation",
    "unit_of_work",
)
