"""What is done with enquiries, one verb a module."""
