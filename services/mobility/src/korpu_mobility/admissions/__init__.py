"""Admissions: foreign citizens who are invited to master's and doctoral study."""
