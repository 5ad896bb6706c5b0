"""Rules of registrations that read the database: who has a place, and who is next."""
