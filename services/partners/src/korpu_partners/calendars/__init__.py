"""Calendars: the days that somebody must not miss, for the programs in which people keep their days."""
