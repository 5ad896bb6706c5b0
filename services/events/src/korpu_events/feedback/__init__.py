"""What those who were at an event say of it: counted, never kept with whoever said it."""
