"""Why something that is asked of an event is refused."""
