"""What values must look like before anything is done with them."""

SURFACE = (
    "codelists",
    "codes",
    "identifiers",
    "public_text",
)
