"""What is read beside the commands."""
