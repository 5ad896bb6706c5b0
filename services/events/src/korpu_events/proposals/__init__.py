"""Proposals on how international work can be better, from anyone at the university to what came of them."""
