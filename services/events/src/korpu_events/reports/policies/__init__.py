"""The rules of reports that must look things up."""
