"""Indicators: what the office counts, declared once, and the engine that counts it over `history`."""
