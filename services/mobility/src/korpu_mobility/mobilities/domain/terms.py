"""Terms and the academic years that they belong to."""

from korpu_mobility.mobilities.refusals.corrections import TermOutsideYear


def term_in(academic_year: str, known: str | None, given: str | None) -> str | None:
    """The term that is given, or else the one that is known, moved to this year."""
    if given is None:
        return f"{academic_year}-{known.rpartition('-')[2]}" if known else None
    if not given.startswith(f"{academic_year}-"):
        raise TermOutsideYear("term", term=given, academic_year=academic_year)
    return given
