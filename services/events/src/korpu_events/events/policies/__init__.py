"""Rules of events that must read the database."""
