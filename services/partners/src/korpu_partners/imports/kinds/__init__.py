"""What each kind of register means here."""
