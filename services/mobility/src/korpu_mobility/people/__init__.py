"""People: the only place of personal data."""
