"""The words that fields may hold, one module per thing; the documents spell them in small letters."""
