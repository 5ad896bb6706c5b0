"""After all tests of a proposal: each step of its life was taken, and each refusal was met."""

import pytest

from korpu_events.proposals.aggregate import proposals
from tests.seen import never_seen


def test_every_step_was_taken_and_every_refusal_was_met(request: pytest.FixtureRequest) -> None:
    assert never_seen(proposals, request.node) == ([], [])
