"""Korpu mobility: the people who go and come, and their stays."""
