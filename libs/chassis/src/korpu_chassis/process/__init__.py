"""Processes: their roles, their start and end, and what operators run by hand."""

SURFACE = (
    "entry_points",
    "lifecycle",
    "parked_command",
)
