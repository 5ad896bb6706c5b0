"""Texts in several languages: their letters, their order, their search keys."""

SURFACE = ("text",)
