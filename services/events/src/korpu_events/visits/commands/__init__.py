"""What may be asked of a visit, in the order of its life."""
