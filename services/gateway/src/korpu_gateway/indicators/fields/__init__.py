"""What is counted, one module for each field of the office's work; none is listed."""
