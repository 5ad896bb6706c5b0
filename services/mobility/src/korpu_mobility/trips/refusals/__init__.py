"""Why not: what may not be done with a trip, and what to do instead."""
