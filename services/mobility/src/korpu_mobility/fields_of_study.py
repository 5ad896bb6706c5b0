"""Fields of study (ISCED-F 2013), which lie in each other; what stays and opportunities ask about them."""


def within_field(field: str, allowed: str) -> bool:
    """Say whether a field lies in a wider one (ISCED-F 2013): `0200` holds arts and humanities, `0230` languages."""
    return field.startswith(allowed.removesuffix("00") if allowed.endswith("00") else allowed.removesuffix("0"))
