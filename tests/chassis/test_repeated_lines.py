"""A stranger who sends much writes little into our log."""

from korpu_chassis.observability.repeated_lines import RepeatedLines


def test_of_lines_that_are_alike_one_is_written_and_the_next_counts_them() -> None:
    lines = RepeatedLines(every=3600)

    assert [lines.due("a"), lines.due("a"), lines.due("b"), lines.due("a")] == [1, 0, 1, 0]
    lines.every = 0
    assert [lines.due("a"), lines.due("a")] == [3, 1]


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_first_of_each_kind_is_written_and_of_all_further_ones_together_one_in_a_minute() -> None:
    clock = Clock()
    lines = RepeatedLines(clock=clock)

    assert [lines.due(kind, "kafka") for kind in "aabbc"] == [1, 0, 1, 0, 1]
    assert lines.due("a", "database") == 1
    clock.now = 59
    assert lines.due("b", "kafka") == 0
    clock.now = 60
    assert [lines.due("c", "kafka"), lines.due("a", "kafka")] == [4, 0]


def test_what_is_not_heard_of_for_a_minute_is_over_and_begins_anew() -> None:
    clock = Clock()
    lines = RepeatedLines(clock=clock)
    for clock.now in (0, 1, 40):
        lines.due("a", "kafka")
    lines.due("b", "database")

    clock.now = 99
    assert lines.over() == []
    clock.now = 100
    assert lines.over() == [("kafka", 2, 40)]
    assert len(lines) == 0
    assert lines.due("a", "kafka") == 1
