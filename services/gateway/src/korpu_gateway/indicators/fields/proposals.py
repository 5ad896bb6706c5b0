"""Proposals of the university: how many were made in the period, and how many of them were carried out."""

from korpu_gateway.indicators.definitions import Day, Indicator, Unit
from korpu_gateway.indicators.dimensions import UNIT, column, status

BY = (column("theme", "ProposalTheme"), UNIT, status("ProposalStatus"))
SUBMITTED = {"submittedSince": ":from", "submittedUntil": ":to"}

INDICATORS = (
    Indicator("proposals-submitted", "proposal", Day.PERIOD, Unit.PROPOSALS, BY, SUBMITTED),
    Indicator(
        "proposals-implemented",
        "proposal",
        Day.PERIOD,
        Unit.PROPOSALS,
        BY,
        {**SUBMITTED, "status": ["implemented", "verified"]},
    ),
)
