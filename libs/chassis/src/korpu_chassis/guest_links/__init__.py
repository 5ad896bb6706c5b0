"""Links for guests: who has no account sees one thing by a secret of its own, and accepts or rejects it."""

SURFACE = (
    "links",
    "routes",
)
