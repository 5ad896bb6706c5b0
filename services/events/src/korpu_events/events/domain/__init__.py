"""Rules of events that need nothing but what they are given."""
