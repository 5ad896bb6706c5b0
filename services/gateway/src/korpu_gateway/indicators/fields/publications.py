"""Scientific-methodical literature: what was published, in which languages, and what is out of date."""

from korpu_gateway.indicators.definitions import Day, Dimension, Indicator, Unit
from korpu_gateway.indicators.dimensions import UNIT, column, status

BY = (
    column("kind", "PublicationKind"),
    Dimension("language", "d.value #>> '{}'", each="r.doc->'languages'", field="language"),
    UNIT,
    status("PublicationStatus"),
)
OUT = {"status": ["published", "distributed"]}

INDICATORS = (
    Indicator(
        "publications-published",
        "publication",
        Day.PERIOD,
        Unit.PUBLICATIONS,
        BY,
        {**OUT, "publishedSince": ":from", "publishedUntil": ":to"},
    ),
    Indicator(
        "publications-outdated", "publication", Day.AS_IT_STOOD, Unit.PUBLICATIONS, BY, {**OUT, "outdated": True}
    ),
)
