"""Applications: what people ask of opportunities, from the draft to the place."""
