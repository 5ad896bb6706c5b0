"""Opportunities: calls for exchange, scholarships, courses and research, as the office publishes them."""
