"""After all tests of an enquiry: each step of its life was taken, and each refusal was met."""

import pytest

from korpu_mobility.enquiries.aggregate import enquiries
from tests.seen import never_seen


def test_every_step_was_taken_and_every_refusal_was_met(request: pytest.FixtureRequest) -> None:
    assert never_seen(enquiries, request.node) == ([], [])
