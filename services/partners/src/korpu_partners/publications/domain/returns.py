"""From where a manuscript can be returned."""

from datetime import timedelta

REVIEW_AGAIN = timedelta(days=30)
