"""Texts that the office keeps, so that what is asked often is answered in the same words."""
