"""What is done with appointments, one verb a module."""
