"""Organisations: everybody the university works with, once each."""
