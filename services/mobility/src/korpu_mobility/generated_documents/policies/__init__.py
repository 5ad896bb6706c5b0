"""What each paper says, and of what."""
