"""Conferences, seminars and information days."""
