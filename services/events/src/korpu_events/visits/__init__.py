"""The delegation visit, received or sent."""
