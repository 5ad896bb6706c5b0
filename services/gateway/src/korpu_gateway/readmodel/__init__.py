"""The read model: one document per aggregate, and everything that was ever said about it."""
