"""Files are named for what they hold."""

import ast
import re

from tests.architecture.repository import modules, text_of, tracked

EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|common|misc|managers?|base|service)(_|$)")


# What a thing was called before it had the name that the field gives it.
RETIRED = {
    "Work": "UnitOfWork", "perform": "execute", "say": "emit", "Room": "AggregateDefinition", "House": "ServiceRuntime",
    "Heard": "ConsumedState", "Hears": "ConsumedTopic", "Ledger": "Inbox", "Door": "OwnerContext",
    "door_of": "context_of", "Guard": "RequestMiddleware", "Passage": "OwnerProxy", "Cabinet": "FileService",
    "Outbox": "SendQueue",
}  # fmt: skip
RETIRED_MODULES = {
    "room", "house", "work", "ledger", "doors", "door", "known", "several", "told", "said", "asked", "places",
    "given", "meant", "lines", "shelves", "keeping", "passage", "joined", "cabinet", "press", "roles",
    "looking", "closing", "standing", "verifying", "answering", "serving",
}  # fmt: skip
RETIRED_BEGINNINGS = ("mind_", "refuse_a_", "refuse_if_")
DECIDES = re.compile(r"_?(require|ensure)_")


def test_a_thing_has_the_name_that_the_field_gives_it() -> None:
    sources = [file for file in modules("libs", "services") if "src" in file.parts]
    declared = [
        (file, node.name)
        for file in sources
        for node in ast.walk(ast.parse(text_of(file)))
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert len(declared) > 1_000
    assert [f"{file}: {name} is {RETIRED[name]}" for file, name in declared if name in RETIRED] == []
    assert [str(file) for file in sources if file.stem in RETIRED_MODULES] == []


def test_what_refuses_says_so_in_its_name() -> None:
    """A pure rule that gives nothing and changes nothing is there to refuse: `require_…`."""
    rules = [
        (file, node)
        for file in modules("services")
        if "domain" in file.with_suffix("").parts and "src" in file.parts
        for node in ast.parse(text_of(file)).body
        if isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) == "None"
    ]
    refusing = [(file, node) for file, node in rules if _has(node, ast.Raise) and not _sets_something(node)]

    assert len(refusing) > 40
    assert [f"{file}: {node.name}" for file, node in refusing if not DECIDES.match(node.name)] == []


def test_no_function_begins_with_a_word_that_was_given_up() -> None:
    declared = [
        (file, node.name)
        for file in modules("libs", "services")
        for node in ast.walk(ast.parse(text_of(file)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert [f"{file}: {name}" for file, name in declared if name.startswith(RETIRED_BEGINNINGS)] == []


def _has(node: ast.AST, kind: type[ast.AST]) -> bool:
    return any(isinstance(each, kind) for each in ast.walk(node))


def _sets_something(node: ast.AST) -> bool:
    changed = [each.targets for each in ast.walk(node) if isinstance(each, ast.Assign)]
    return any(isinstance(target, ast.Attribute) for targets in changed for target in targets)


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
