"""Why something that is asked of an admission is refused."""
