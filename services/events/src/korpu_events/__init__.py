"""The events service: delegation visits and the commitments that follow from them."""
