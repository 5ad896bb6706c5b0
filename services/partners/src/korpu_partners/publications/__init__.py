"""Publications: scientific-methodical literature, from the plan over reviews and translations to the partners."""
