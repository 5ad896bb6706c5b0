"""Rules that need nothing but what they are given."""
