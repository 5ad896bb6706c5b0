"""What is done with opportunities, one verb a module."""
