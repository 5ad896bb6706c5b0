"""How a database is asked when it may be slow, full or away."""

SURFACE = (
    "availability",
    "breaker",
    "bulkhead",
    "conditions",
    "grants",
    "limits",
    "metadata",
)
