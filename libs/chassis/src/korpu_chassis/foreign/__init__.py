"""Topics that others write: read with a reader of their own, and answered."""

SURFACE = (
    "consumer",
    "sender_keys",
)
