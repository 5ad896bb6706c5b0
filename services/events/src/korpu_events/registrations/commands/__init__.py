"""What is done with registrations, one verb a module."""
