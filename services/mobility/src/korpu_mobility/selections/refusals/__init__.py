"""Why something that is asked of a selection is refused."""
