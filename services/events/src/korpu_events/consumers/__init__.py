"""What this service hears of others, one module for each publisher."""
