"""The rules of proposals that must look things up."""
