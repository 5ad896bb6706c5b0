"""Questions that are asked often, with their answers, for everybody to read."""
