"""What is done with events, one verb a module."""
