"""Rules of registrations that need nothing but what they are given."""
