"""The rules of selections that need nothing but what they are given."""
