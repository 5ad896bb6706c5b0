"""What the codes of frozen figures are called: countries by CLDR; what has no list here is called by its code."""

from babel import Locale

from korpu_chassis.i18n.text import Language

NOWHERE = "–"


def label_of(dimension: str, code: str | None, language: Language) -> str:
    """How a code is called in a language."""
    if code is None:
        return NOWHERE
    if dimension == "country":
        return str(Locale(language).territories.get(code, code))
    return code
