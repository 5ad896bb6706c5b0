"""Rules of admissions that must read the database, each asked once."""
