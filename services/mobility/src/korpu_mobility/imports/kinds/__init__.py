"""What rows of old registers become here, each kind in its own way."""
