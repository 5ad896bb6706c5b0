"""What is done with admissions, one verb a module."""
