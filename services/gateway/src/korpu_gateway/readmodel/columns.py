"""Columns of the read model: what lists are filtered, ordered and joined by, each taken out of the document."""

from dataclasses import dataclass

WORDS = "_"
WORD = 'text COLLATE "C"'


@dataclass(frozen=True, slots=True)
class Column:
    """One value of the document, kept beside it so that an index can find it."""

    name: str
    type: str
    expression: str
    indexed: bool = False
    sought: bool = False
    """Looked up by itself, though no filter of a list and no permission asks it."""

    @property
    def many(self) -> bool:
        """The column holds several ids."""
        return self.type.endswith("[]")


def word(name: str, path: str | None = None) -> Column:
    """A code, a status, a name of a unit."""
    return Column(name, WORD, f"doc#>>'{{{path or name}}}'")


def key(name: str) -> Column:
    """A word that names one document, or as good as one."""
    return Column(name, WORD, f"doc#>>'{{{name}}}'", sought=True)


def ordered(name: str, path: str | None = None, empty: str = "") -> Column:
    """What lists are ordered by; ISO dates sort as their text does. `empty` stands where the document is silent."""
    return Column(name, WORD, f"coalesce(doc#>>'{{{path or name}}}', '{empty}')", indexed=True)


def words(name: str) -> Column:
    """Several words, found in a list of the document."""
    return Column(name, "text[]", f"words_at(doc, '$.{name}[*]')", indexed=True)


def number(name: str) -> Column:
    """A whole number."""
    return Column(name, "integer", f"(doc->>'{name}')::integer")


def ranked(name: str, path: str) -> Column:
    """A whole number that lists are ordered by, as text of one length."""
    return Column(name, WORD, f"lpad(coalesce(doc#>>'{{{path}}}', '0'), 10, '0')", indexed=True)


def yes_no(name: str) -> Column:
    """A yes or a no."""
    return Column(name, "boolean", f"(doc->>'{name}')::boolean")


def reference(name: str, path: str | None = None) -> Column:
    """The id of something else."""
    return Column(name, "uuid", f"(doc#>>'{{{path or name}}}')::uuid", indexed=True)


def references(name: str, path: str) -> Column:
    """The ids of several other things, found in the document by a JSON path."""
    return Column(name, "uuid[]", f"ids_at(doc, '{path}')", indexed=True)


EVERYWHERE = (
    word("status"),
    ordered("code"),
    word("unit"),
    word("author"),
    ordered("changed", "changed_at"),
    ordered("sort", f"{WORDS},sort"),
    word("search", f"{WORDS},search"),
)
REMEMBERED = tuple(each for each in EVERYWHERE if each.name in ("status", "unit", "sort"))
"""What the history keeps beside its documents too: by these a list at a moment of the past is found and counted."""
