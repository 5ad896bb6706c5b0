"""Files are named for what they hold."""

import re

from tests.architecture.repository import modules, tracked

EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|common|misc|managers?|base|service)(_|$)")


def test_no_name_is_empty() -> None:
    inside = [file for file in modules("libs", "services", "deploy", "tests") if file.parts[0] != "services"]
    inside += [file.relative_to("services") for file in modules("services")]

    found = [str(file) for file in inside if any(EMPTY_NAMES.search(part.removesuffix(".py")) for part in file.parts)]

    assert found == []


def test_a_module_name_is_lower_case_words() -> None:
    found = [str(file) for file in modules("libs", "services") if not re.fullmatch(r"[a-z0-9_]+\.py", file.name)]

    assert found == []


def test_migrations_are_named_by_their_day_and_what_they_change() -> None:
    migrations = [file for file in tracked() if file.match("migrations/versions/*.py")]

    assert migrations
    assert [str(file) for file in migrations if not re.fullmatch(r"20\d\d_\d\d_\d\d_[a-z0-9_]+\.py", file.name)] == []
