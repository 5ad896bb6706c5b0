"""What is done with applications, one verb a module."""
