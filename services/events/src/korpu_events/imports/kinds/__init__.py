"""What rows of old registers become here."""
