"""A letter is known again by its number, however the number is written."""

import pytest

from korpu_partners.letters.policies.registration import number_key


@pytest.mark.parametrize("written", ["№ 01-A/123", "№01-A/123", "No. 01-a/123", "N 01-A / 123", "# 01-A/123"])
def test_the_sign_of_a_number_is_no_part_of_it(written: str) -> None:
    assert number_key(written) == number_key("01-A/123")


@pytest.mark.parametrize("written", ["N-12/7", "Nömrəsiz", "NO", "01-A/124"])
def test_letters_that_are_part_of_a_number_stay(written: str) -> None:
    assert number_key(written) != number_key("01-A/123")
    assert number_key(written)
