"""Why something that is asked of an opportunity is refused."""
