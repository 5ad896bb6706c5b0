"""What is done with selections, one verb a module."""
