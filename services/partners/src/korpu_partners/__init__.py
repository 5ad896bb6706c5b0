"""Partners: who the university works with abroad and at home, and what was agreed with them."""
