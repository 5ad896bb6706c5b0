"""What a correction writes: what is given replaces what was known, what is to be forgotten goes, the rest stays."""

from typing import Any

from korpu_chassis.commands.command import Changes
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.persistence.store import Part

BOOKKEEPING = frozenset({*Changes.model_fields, "not_duplicate_of", "forget"})
FORGOTTEN = "What was written down and is not so."


def corrected(command: Changes) -> dict[str, Any]:
    """Each field that is to be written, by its name; plain lists as tables keep them, each word once."""
    changes: dict[str, Any] = dict.fromkeys(getattr(command, "forget", ()))
    for name in command.model_fields_set - BOOKKEEPING:
        value = getattr(command, name)
        if value is not None:
            changes[name] = list(dict.fromkeys(value)) if _is_a_plain_list(value) else value
    return changes


def worded(held: LocalizedText | None, given: Texts) -> LocalizedText:
    """A text in the words that are given; the first ones make it."""
    return held.edited(given) if held else LocalizedText.of(given)


def _is_a_plain_list(value: object) -> bool:
    return isinstance(value, tuple) and not any(isinstance(each, Part) for each in value)
