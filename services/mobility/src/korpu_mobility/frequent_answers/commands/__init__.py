"""What is done with published answers, one verb a module."""
