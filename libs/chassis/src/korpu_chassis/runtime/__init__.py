"""A service put together, and the routes that follow from it."""

SURFACE = (
    "assembly",
    "discovery",
    "impacts",
    "newest",
    "rederivation",
    "refused_answers",
    "routes",
)
