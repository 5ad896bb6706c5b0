"""The rules of commitments that must look things up."""
