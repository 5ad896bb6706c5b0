"""Registrations for events: who comes, who waits for a place, and who was there."""
