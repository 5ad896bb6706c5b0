"""Imports: old registers become organisations; nothing is joined in silence and nothing is lost."""
