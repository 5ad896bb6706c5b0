"""One product for all these tests, on servers of its own."""

from collections.abc import Iterator

import pytest

from korpu_local.home import Home
from korpu_local.stack import Stack
from tests.faults.own import own_product


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The whole product, to be broken."""
    with own_product(Home(tmp_path_factory.mktemp("faults"))) as stack:
        yield stack
