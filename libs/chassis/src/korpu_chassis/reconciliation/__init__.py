"""Whether every reader holds what its owners have: inventories, and their comparison."""

SURFACE = (
    "command",
    "comparison",
    "intake",
    "inventory",
    "pages",
)
