"""The rules of units' parts that need nothing but what they are given."""
