"""Proof that audit and access log are what was written."""

SURFACE = (
    "verification",
    "watch",
)
