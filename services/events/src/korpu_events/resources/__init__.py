"""Rooms and cars of the office: one list, in which each is known by whatever it is called."""
