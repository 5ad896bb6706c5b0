"""After all tests of appointments: each step of their life was taken, and each refusal was met."""

import pytest

from korpu_mobility.advice_slots.aggregate import advice_slots
from tests.seen import never_seen


def test_every_step_was_taken_and_every_refusal_was_met(request: pytest.FixtureRequest) -> None:
    assert never_seen(advice_slots, request.node) == ([], [])
