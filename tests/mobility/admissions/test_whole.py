"""After all tests of an admission: each step of its life was taken, and each refusal was met."""

import pytest

from korpu_mobility.admissions.aggregate import admissions
from tests.seen import never_seen


def test_every_step_was_taken_and_every_refusal_was_met(request: pytest.FixtureRequest) -> None:
    assert never_seen(admissions, request.node) == ([], [])
