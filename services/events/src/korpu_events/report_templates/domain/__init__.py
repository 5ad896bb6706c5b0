"""The rules of templates of reports that need nothing but what they are given."""
