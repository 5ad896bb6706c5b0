"""Caches that are bounded by what their entries weigh."""

from hypothesis import given
from hypothesis import strategies as st

from korpu_chassis.cache import MOST_SHORT, SHORT, WeightedCache, cached_if_short

ENTRIES = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 400)), max_size=200)


@given(ENTRIES)
def test_a_cache_never_weighs_more_than_it_may(entries: list[tuple[int, int]]) -> None:
    cache: WeightedCache[int, int] = WeightedCache(1_000)
    weights = {}

    for key, weight in entries:
        cache.put(key, weight, weight)
        weights[key] = weight
        held = [each for each in weights if cache.get(each) is not None]

        assert cache.weight == sum(weights[each] for each in held) <= 1_000
        assert len(cache) == len(held)


def test_what_was_used_last_stays_and_what_is_too_heavy_is_not_kept() -> None:
    cache: WeightedCache[str, int] = WeightedCache(100)
    for key in "abcd":
        cache.put(key, 1, 25)

    cache.get("a")
    cache.put("e", 1, 25)
    cache.put("f", 1, 26)

    assert [key for key in "abcdef" if cache.get(key)] == ["a", "c", "d", "e"]


def test_only_short_texts_are_kept() -> None:
    asked = []

    @cached_if_short
    def length(text: str | None) -> int:
        asked.append(text)
        return len(text or "")

    for text in (None, "x", "x" * SHORT, "x" * (SHORT + 1)) * 2:
        assert length(text) == len(text or "")

    assert asked == [None, "x", "x" * SHORT, "x" * (SHORT + 1), "x" * (SHORT + 1)]
    assert MOST_SHORT * SHORT * 4 < 2**20
