"""The rules of proposals that need nothing but what they are given."""
