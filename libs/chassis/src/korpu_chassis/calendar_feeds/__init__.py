"""Calendar feeds: the days that somebody must not miss, behind a secret link, for the program that keeps their days."""

SURFACE = (
    "feeds",
    "routes",
    "tables",
)
