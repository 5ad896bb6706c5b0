"""A stranger who sends much writes little into our log."""

from korpu_chassis.repeated_lines import RepeatedLines


def test_of_lines_that_are_alike_one_is_written_and_the_next_counts_them() -> None:
    lines = RepeatedLines(every=3600)

    assert [lines.due("a"), lines.due("a"), lines.due("b"), lines.due("a")] == [1, 0, 1, 0]
    lines.every = 0
    assert [lines.due("a"), lines.due("a")] == [3, 1]
