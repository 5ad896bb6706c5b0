"""After all tests of a learning agreement: each step of its life was taken, and each refusal was met."""

import pytest

from korpu_mobility.learning_agreements.aggregate import learning_agreements
from tests.seen import never_seen


def test_every_step_was_taken_and_every_refusal_was_met(request: pytest.FixtureRequest) -> None:
    assert never_seen(learning_agreements, request.node) == ([], [])
