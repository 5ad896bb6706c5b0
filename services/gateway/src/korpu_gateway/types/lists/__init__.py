"""How lists are filtered and ordered, one module per thing."""
