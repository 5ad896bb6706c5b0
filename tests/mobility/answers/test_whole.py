"""After all tests of answers: each step of their lives was taken, and each refusal was met."""

import pytest

from korpu_mobility.answer_templates.aggregate import answer_templates
from korpu_mobility.frequent_answers.aggregate import frequent_answers
from tests.seen import never_seen


def test_every_step_was_taken_and_every_refusal_was_met(request: pytest.FixtureRequest) -> None:
    assert never_seen(answer_templates, request.node) == ([], [])
    assert never_seen(frequent_answers, request.node) == ([], [])
