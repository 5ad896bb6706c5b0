"""The lists that codes are looked up in: ISO 3166, 4217 and 639, and ISCED-F; each is made when it is first asked."""
# ruff: noqa: PLC0415 -- pycountry is loaded late: it would slow the start of every process

from functools import cache

KOSOVO = "XK"
"""Of the codes that ISO 3166-1 leaves to its users, the one that the European Union, ROR and banks use."""


@cache
def countries() -> frozenset[str]:
    """The codes of ISO 3166-1 alpha-2, and that of Kosovo, which has none there."""
    import pycountry

    return frozenset(country.alpha_2 for country in pycountry.countries) | {KOSOVO}


@cache
def currencies() -> frozenset[str]:
    """The codes of ISO 4217."""
    import pycountry

    return frozenset(currency.alpha_3 for currency in pycountry.currencies)


@cache
def languages() -> frozenset[str]:
    """The codes of ISO 639-1, and of ISO 639-3 for languages without one, as BCP 47 wants."""
    import pycountry

    return frozenset(getattr(language, "alpha_2", language.alpha_3) for language in pycountry.languages)


# ISCED-F 2013 numbers the detailed fields of a narrow field from 1: here is how many each has (UNESCO-UIS 2014).
_DETAILED = {
    "001": 1, "002": 1, "003": 1, "011": 4, "021": 5, "022": 3, "023": 2, "031": 4, "032": 2, "041": 7, "042": 1,
    "051": 2, "052": 2, "053": 3, "054": 2, "061": 3, "071": 6, "072": 4, "073": 2, "081": 2, "082": 1, "083": 1,
    "084": 1, "091": 7, "092": 3, "101": 5, "102": 2, "103": 2, "104": 1,
}  # fmt: skip


@cache
def fields_of_study() -> frozenset[str]:
    """The codes of ISCED-F 2013: detailed, not further defined (0), across fields (8), elsewhere (9), and unknown."""
    detailed = {f"{narrow}{number}" for narrow, count in _DETAILED.items() for number in range(1, count + 1)}
    broad = {narrow[:2] for narrow in _DETAILED}
    return frozenset(
        detailed
        | {f"{n}{end}" for n in _DETAILED for end in "089"}
        | {f"{b}{e}" for b in broad for e in ("00", "88", "99")}
        | {"9999"}
    )
