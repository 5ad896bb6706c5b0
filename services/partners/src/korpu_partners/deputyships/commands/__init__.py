"""What is done with deputyships, one verb a module."""
