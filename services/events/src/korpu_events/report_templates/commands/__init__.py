"""What is done with templates of reports, one verb a module."""
