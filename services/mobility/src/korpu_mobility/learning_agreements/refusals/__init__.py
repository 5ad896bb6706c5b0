"""Why not: what may not be done with a learning agreement, and what to do instead."""
