"""What may be asked, one module for each command."""
