"""Rules that must read the database, each asked once."""
