"""The whole product, the office that uses it, and the departments that listen."""

from collections.abc import Iterator

import pytest

from korpu_local.stack import Stack
from tests.journeys.days import Calendar
from tests.journeys.departments import Department
from tests.journeys.office import Office, Reception


@pytest.fixture(scope="session")
def reception(product: Stack) -> Iterator[Reception]:
    reception = Reception(product)
    yield reception
    reception.close()


@pytest.fixture
def days(product: Stack) -> Calendar:
    days = Calendar(product)
    days.begins_a_morning()
    return days


@pytest.fixture
def office(reception: Reception, days: Calendar) -> Office:
    """The office in the morning, with a history of this test's own."""
    return Office(reception, days)


@pytest.fixture
def department(product: Stack) -> Department:
    """Another department, with a client of its own."""
    return Department(product.parts.broker, product.parts.prefix)
