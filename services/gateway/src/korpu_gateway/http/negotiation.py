"""Which media type answers a request, by its Accept header."""

from korpu_chassis.cache import cached_if_short

JSON = "application/json"
RESPONSE = "application/graphql-response+json"
HTML = "text/html"
OFFERED = (RESPONSE, JSON)


@cached_if_short
def accepted(header: str | None) -> str | None:
    """The media type to answer with; JSON for those who name none, None when nothing that we offer is wanted."""
    if header is None or not header.strip():
        return JSON
    best, best_rank = None, 0.0
    for wanted in header.split(","):
        name, *parameters = (each.strip().lower() for each in wanted.split(";"))
        rank = _quality(parameters)
        offered = JSON if name in {"*/*", "application/*"} else name
        if offered in OFFERED and _utf8(parameters) and rank > best_rank:
            best, best_rank = offered, rank
    return best


@cached_if_short
def wants_page(header: str | None) -> bool:
    """A browser asks, and not a program."""
    return header is not None and HTML in header.lower()


@cached_if_short
def is_json(header: str | None) -> bool:
    """The body that this content type announces is JSON in UTF-8."""
    name, *parameters = (each.strip().lower() for each in (header or "").split(";"))
    return name == JSON and _utf8(parameters)


def _quality(parameters: list[str]) -> float:
    given = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    try:
        return float(given)
    except ValueError:
        return 0.0


def _utf8(parameters: list[str]) -> bool:
    given = next((each.partition("=")[2].strip('"') for each in parameters if each.startswith("charset=")), "utf-8")
    return given in {"utf-8", "utf8"}
