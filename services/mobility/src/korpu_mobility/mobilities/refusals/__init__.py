"""Why something that is asked of a stay is refused."""
