"""What is said of agreements."""
