"""The rules of units' parts that must look things up."""
