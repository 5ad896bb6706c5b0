"""Why something that is asked of an application is refused."""
