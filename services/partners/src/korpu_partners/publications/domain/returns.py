"""A manuscript goes back for repair, and goes on when it is mended."""

from datetime import timedelta

REVIEW_AGAIN = timedelta(days=30)
