"""What is done with kept texts, one verb a module."""
