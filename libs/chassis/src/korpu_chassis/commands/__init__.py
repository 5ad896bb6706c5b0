"""Commands: declared once, executed in one unit of work."""

SURFACE = (
    "aggregate",
    "answer",
    "command",
    "execution",
    "permission",
    "state",
    "task",
    "translation",
    "unit_of_work",
)
