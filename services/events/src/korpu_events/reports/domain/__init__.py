"""The rules of reports that need nothing but what they are given."""
