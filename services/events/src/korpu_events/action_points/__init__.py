"""Commitments with an owner and a due date."""
