"""Partners: who they are, and with whom nothing has come of it for long."""

from korpu_gateway.indicators.definitions import Day, Dimension, Indicator, Unit
from korpu_gateway.indicators.dimensions import UNIT, column

ABROAD = {"scope": ["foreign"], "status": ["active"]}
BY = (
    column("country"),
    UNIT,
    Dimension("kind", "d.value #>> '{}'", each="r.doc->'kinds'", field="kind", words="OrganisationKind"),
)

INDICATORS = (
    Indicator("partners-active", "organisation", Day.AS_IT_STOOD, Unit.PARTNERS, BY, ABROAD),
    Indicator("partners-dormant", "organisation", Day.AS_IT_STOOD, Unit.PARTNERS, BY, {**ABROAD, "dormant": True}),
)
