"""The rules of opportunities that need nothing but what they are given."""
