"""The rules of applications that need nothing but what they are given."""
