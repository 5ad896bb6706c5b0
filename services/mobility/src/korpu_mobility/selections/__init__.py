"""Selections: the committee of a call, how it compares applicants, and how places are given."""
