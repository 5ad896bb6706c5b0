"""The pure rules of admissions: they ask nothing but what they are given."""
