"""Who calls, under which opaque id that is written down, and how much one caller may take."""

SURFACE = (
    "access_tokens",
    "caller_limits",
    "link_secrets",
    "subjects",
    "substitution",
)
