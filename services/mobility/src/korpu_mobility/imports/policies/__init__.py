"""Whom and what the rows of old registers mean, among what mobility knows."""
