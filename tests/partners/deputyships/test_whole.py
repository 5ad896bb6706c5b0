"""After all tests of deputyships: each step of their life was taken, and each refusal was met."""

import pytest

from korpu_partners.deputyships.aggregate import deputyships
from tests.seen import never_seen


def test_every_step_was_taken_and_every_refusal_was_met(request: pytest.FixtureRequest) -> None:
    assert never_seen(deputyships, request.node) == ([], [])
