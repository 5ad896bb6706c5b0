"""The last release's promise to other departments is kept."""

import pytest

from korpu_chassis.contract import folder_of
from korpu_chassis.contract.messages import schemas
from korpu_chassis.contract.released import RELEASED, differences, promised
from korpu_chassis.runtime.assembly import Service
from tests.contracts.services import owners


@pytest.mark.parametrize("service", owners(), ids=lambda service: service.name)
def test_nothing_that_was_promised_is_taken_away_or_changed(service: Service) -> None:
    before = promised(folder_of(service) / RELEASED)

    broken = differences(before, schemas(service, before)).broken

    assert before
    assert broken == [], "make a v2 beside it, or leave it as it was"
