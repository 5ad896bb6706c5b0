"""Old registers: files that are read, looked at, entered, taken back as a whole, and forgotten in time."""
