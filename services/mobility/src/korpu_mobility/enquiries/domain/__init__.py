"""The rules of enquiries that need nothing but what they are given."""
