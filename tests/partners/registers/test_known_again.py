"""A row that names one of ours and says less of it than we know says nothing new."""

from datetime import date

from korpu_registers.known_again import said


def test_the_year_of_a_known_day_is_nothing_new() -> None:
    assert said(date(2026, 2, 11), None) == {"2026-02-11", "2026"}
