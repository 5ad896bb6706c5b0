"""Routes of registrations beside their commands: the door for guests, and what only some may read."""
