"""Trips: official travel of the university's staff abroad."""
