"""What partners hears from other services."""
