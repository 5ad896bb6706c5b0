"""What people ask the office, by whom it is answered, and until when."""
