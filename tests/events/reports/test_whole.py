"""After all tests of reports: each step of their lives was taken, and each refusal was met."""

from typing import Any

import pytest

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_events.report_templates.aggregate import report_templates
from korpu_events.reports.aggregate import reports
from korpu_events.unit_reports.aggregate import unit_reports
from tests.seen import never_seen


@pytest.mark.parametrize("definition", [report_templates, reports, unit_reports], ids=lambda each: each.name)
def test_every_step_was_taken_and_every_refusal_was_met(
    request: pytest.FixtureRequest, definition: AggregateDefinition[Any]
) -> None:
    assert never_seen(definition, request.node) == ([], [])
