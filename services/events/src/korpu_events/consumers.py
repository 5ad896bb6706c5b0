"""What this service hears, one module per speaker."""
