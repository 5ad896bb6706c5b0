"""Rules of the diary that need nothing but what they are given."""
