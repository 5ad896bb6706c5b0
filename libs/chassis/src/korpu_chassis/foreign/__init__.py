"""Topics that others write: read with a reader of their own, and answered."""

SURFACE = (
    "answers",
    "consumer",
    "sender_keys",
)
