"""What mobility hears from the other services, read into tables of its own."""
