"""Papers: what the office makes as PDF from its templates, and how anybody can check it."""
