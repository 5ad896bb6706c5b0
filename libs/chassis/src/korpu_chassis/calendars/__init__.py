"""Days written for the programs in which people keep their days."""

SURFACE = ("entry", "ics", "public")
