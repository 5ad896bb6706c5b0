"""Which papers are made, and that they are revoked."""
